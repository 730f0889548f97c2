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

  /** Multiplications that one cell may cost: some ten seconds. */
  private static final double MOST_WORK = 2e10;

  /** Those of a step for each pair of modes, beside the noise. */
  private static final double OWN_WORK = 30;

  /**
   * Empty for other objectives, for epochs, whose batches are not independent, and where so many
   * steps would take too long.
   */
  static Optional<BatchProblem> of(Objective objective, Vector start, long steps) {
    if (objective instanceof LinearRegression stream) {
      return isQuick(0, stream.dimension(), steps)
          ? Optional.of(of(stream, start))
          : Optional.empty();
    }
    return objective instanceof LeastSquares batches ? of(batches, start, steps) : Optional.empty();
  }

  private static boolean isQuick(int rows, int modes, long steps) {
    return steps * (rows + OWN_WORK) * modes * modes <= MOST_WORK;
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

  private static Optional<BatchProblem> of(LeastSquares objective, Vector start, long steps) {
    Sampling sampling = Sampling.of(objective.sampling());
    Rows rows = Loaded.rows(objective.data());
    boolean isIndependent = sampling != Sampling.RESHUFFLING || objective.isExact();
    int most = Math.min(rows.count(), rows.dimension());
    boolean isQuick =
        isQuick(rows.count(), rows.dimension(), 1)
            && isQuick(objective.isExact() ? 0 : rows.count(), most, steps);
    if (!isIndependent || !isQuick || rows.dimension() > MOST_COORDINATES) {
      return Optional.empty();
    }
    RowModes modes = RowModes.of(rows, start);
    double gamma =
        objective.isExact() ? 0 : sampling.varianceFactor(rows.count(), objective.batch());
    return Optional.of(new BatchProblem(modes.error(), modes.noise(gamma)));
  }
}
