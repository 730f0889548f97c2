package org.escapement.theory.regression;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LinearRegression;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Descent;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * SGD on the stream of a linear regression: x' = Mx + (h/b) sum_j z_j y_j / sigma with M of {@link
 * RegressionContraction}.
 *
 * @param dimension d
 * @param batch b
 * @param h step size times sigma^2, the variance of the inputs
 * @param label s/sigma, the deviation of the labels over that of the inputs
 */
public record Regression(int dimension, int batch, double h, double label) {
  private static final double ACCURACY = 1e-9;

  /**
   * Empty for momentum, steps that vary, other objectives, inputs that differ in variance, a truth
   * elsewhere than the origin, and noise beside the samples'.
   */
  public static Optional<Regression> of(Experiment experiment) {
    Optional<Descent> descent =
        Descent.of(experiment)
            .filter(Descent::hasNoMemory)
            .filter(d -> d.clock() == Descent.Clock.GRADIENT);
    boolean quiet = experiment.noise().parts().stream().allMatch(p -> p instanceof NoNoise);
    if (descent.isPresent()
        && quiet
        && experiment.objective() instanceof LinearRegression r
        && isIsotropic(r)) {
      double variance = r.spectrum().values()[0];
      return Optional.of(
          new Regression(
              r.dimension(),
              r.batch(),
              descent.get().rate() * variance,
              r.labelNoise() / Math.sqrt(variance)));
    }
    return Optional.empty();
  }

  /** All inputs alike, and the truth at the origin. */
  private static boolean isIsotropic(LinearRegression regression) {
    double[] lambda = regression.spectrum().values();
    return regression.targetScale() == 0 && Arrays.stream(lambda).allMatch(v -> v == lambda[0]);
  }

  /**
   * E |Me|^2 = 1 - 2h + h^2 (d + b + 1)/b: by what the mean square of |x| is multiplied in a step.
   */
  double squareFactor() {
    return 1 - 2 * h + h * h * (dimension + batch + 1.0) / batch;
  }

  /** The stationary E |x|^2; infinite when there is none. */
  double stationarySquare() {
    double added = h * h * label * label * dimension / batch;
    return squareFactor() < 1 ? added / (1 - squareFactor()) : Double.POSITIVE_INFINITY;
  }

  /**
   * Whether E |x|^power is finite in the stationary law; power at most {@link
   * RegressionContraction#LARGEST_POWER}.
   */
  boolean hasMoment(double power) {
    return new RegressionContraction(dimension, batch, h).logMoment(power) < 0;
  }

  /**
   * The alpha > 0 with E |Me|^alpha = 1: P(|x| > r) of the stationary law falls like r^-alpha
   * (Kesten). Empty when there is no stationary law, or when alpha exceeds {@link
   * RegressionContraction#LARGEST_POWER}.
   */
  OptionalDouble tailIndex() {
    RegressionContraction law = new RegressionContraction(dimension, batch, h);
    if (!(law.meanLog() < 0)) {
      return OptionalDouble.empty();
    }
    double high = 1;
    while (law.logMoment(high) < 0) {
      high *= 2;
      if (high > RegressionContraction.LARGEST_POWER) {
        return OptionalDouble.empty();
      }
    }
    double low = high / 2;
    while (!(law.logMoment(low) < 0)) {
      low /= 2;
    }
    return OptionalDouble.of(
        new BrentSolver(ACCURACY, ACCURACY).solve(200, law::logMoment, low, high));
  }
}
