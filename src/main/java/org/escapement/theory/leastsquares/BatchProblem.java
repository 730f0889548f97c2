package org.escapement.theory.leastsquares;

import java.util.Optional;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LinearRegression;

/** A least squares problem as its second moments see it. */
record BatchProblem(ErrorModes modes, GradientNoise noise) {
  /** Larger Hessians take too long to diagonalise. */
  private static final int MOST_COORDINATES = 1000;

  /** Rows that are too many for {@link RowNoise} in the first step. */
  private static final double MOST_WORK = 1e10;

  /**
   * Empty for other objectives, for epochs, whose batches are not independent, and for large data.
   */
  static Optional<BatchProblem> of(Objective objective, Vector start) {
    if (objective instanceof LinearRegression stream) {
      return Optional.of(of(stream, start));
    }
    return objective instanceof LeastSquares batches ? of(batches, start) : Optional.empty();
  }

  private static BatchProblem of(LinearRegression stream, Vector start) {
    double[] curvature = stream.spectrum().values();
    double[] solution = stream.solution().toArray();
    double[] error = start.toArray();
    Vectors.add(-1, solution, error);
    double variance = stream.labelNoise() * stream.labelNoise();
    return new BatchProblem(
        new ErrorModes(curvature, Optional.empty(), solution, 0, error),
        new StreamNoise(curvature, variance, stream.batch()));
  }

  private static Optional<BatchProblem> of(LeastSquares objective, Vector start) {
    Sampling sampling = Sampling.of(objective.sampling());
    Rows rows = Loaded.rows(objective.data());
    double work = (double) rows.count() * rows.dimension() * rows.dimension();
    boolean isIndependent = sampling != Sampling.RESHUFFLING || objective.isExact();
    if (!isIndependent || rows.dimension() > MOST_COORDINATES || work > MOST_WORK) {
      return Optional.empty();
    }
    RowModes modes = RowModes.of(rows, start);
    double gamma =
        objective.isExact() ? 0 : sampling.varianceFactor(rows.count(), objective.batch());
    return Optional.of(new BatchProblem(modes.error(), modes.noise(gamma)));
  }
}
