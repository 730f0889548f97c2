package org.escapement.estimate;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The straight line that lies nearest to points with known standard errors: weighted least squares.
 *
 * @param points how many
 * @param stdError of the slope, or the largest that it can be where points depend on each other;
 *     empty when a point has none, and all points count alike
 * @param chiSquare sum of the squared residuals in standard errors: about points - 2 where a line
 *     is the truth; empty without standard errors, and where points depend on each other
 */
public record WeightedLine(
    int points, double intercept, double slope, OptionalDouble stdError, OptionalDouble chiSquare) {

  /**
   * The line.
   *
   * @param error standard errors of y
   * @return empty unless two points differ in x
   */
  public static Optional<WeightedLine> through(double[] x, double[] y, double[] error) {
    boolean known = areKnown(error);
    double[] weight = new double[x.length];
    Arrays.setAll(weight, i -> known ? 1 / (error[i] * error[i]) : 1);
    double meanX = mean(weight, x);
    double meanY = mean(weight, y);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += weight[i] * (x[i] - meanX) * (x[i] - meanX);
      xy += weight[i] * (x[i] - meanX) * (y[i] - meanY);
    }
    double slope = xy / xx;
    if (!(xx > 0) || !Double.isFinite(slope)) {
      return Optional.empty();
    }
    double intercept = meanY - slope * meanX;
    OptionalDouble none = OptionalDouble.empty();
    return Optional.of(
        new WeightedLine(
            x.length,
            intercept,
            slope,
            known ? OptionalDouble.of(1 / Math.sqrt(xx)) : none,
            known ? OptionalDouble.of(residuals(weight, x, y, meanX, meanY, slope)) : none));
  }

  /**
   * The same line through points whose errors depend on each other in an unknown way, as numbers
   * measured along the same trajectories do. The slope is a sum of c_i y_i, and by the triangle
   * inequality its standard deviation is at most that of |c_i| error_i.
   */
  public static Optional<WeightedLine> throughDependent(double[] x, double[] y, double[] error) {
    return through(x, y, error)
        .map(
            line ->
                new WeightedLine(
                    line.points,
                    line.intercept,
                    line.slope,
                    line.stdError.isPresent()
                        ? OptionalDouble.of(largestError(x, error))
                        : line.stdError,
                    OptionalDouble.empty()));
  }

  /** Of the slope: c_i = w_i (x_i - mean) / sum of w_j (x_j - mean)^2, w_i = 1 / error_i^2. */
  private static double largestError(double[] x, double[] error) {
    double[] weight = new double[x.length];
    Arrays.setAll(weight, i -> 1 / (error[i] * error[i]));
    double meanX = mean(weight, x);
    double xx = 0;
    double leverage = 0;
    for (int i = 0; i < x.length; i++) {
      xx += weight[i] * (x[i] - meanX) * (x[i] - meanX);
      leverage += Math.abs(x[i] - meanX) / error[i];
    }
    return leverage / xx;
  }

  private static boolean areKnown(double[] error) {
    return error.length > 0 && Arrays.stream(error).allMatch(e -> e > 0 && Double.isFinite(e));
  }

  private static double residuals(
      double[] weight, double[] x, double[] y, double meanX, double meanY, double slope) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double residual = y[i] - meanY - slope * (x[i] - meanX);
      sum += weight[i] * residual * residual;
    }
    return sum;
  }

  private static double mean(double[] weight, double[] values) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weight[i] * values[i];
      weights += weight[i];
    }
    return sum / weights;
  }
}
