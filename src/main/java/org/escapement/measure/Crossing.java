package org.escapement.measure;

import java.util.Optional;

/**
 * Where a running mean, known at some steps, first comes down to a limit. Between two of these
 * steps the running sum is a straight line, which it nearly is once what is added up changes
 * little.
 *
 * @param step the place on the line, a fraction of a step where it lies between two; the next whole
 *     step is the first at which the running mean is at most the limit
 * @param row the one of the steps at which the mean was found at most the limit
 * @param weight of this one against the one before it
 * @param slope of the line; NaN when the first of the steps was found so
 */
public record Crossing(double step, int row, double weight, double slope) {

  /**
   * The first.
   *
   * @param steps increasing
   * @param sums of so many terms as the steps say
   * @return empty when there is none, or a sum before it is not known
   */
  public static Optional<Crossing> of(long[] steps, double[] sums, double limit) {
    for (int row = 0; row < steps.length; row++) {
      double excess = sums[row] - limit * steps[row];
      if (Double.isNaN(excess)) {
        return Optional.empty();
      }
      if (excess <= 0) {
        return Optional.of(row == 0 ? first(steps[0]) : between(steps, sums, limit, row));
      }
    }
    return Optional.empty();
  }

  private static Crossing first(long step) {
    return new Crossing(step, 0, 1, Double.NaN);
  }

  private static Crossing between(long[] steps, double[] sums, double limit, int row) {
    double before = sums[row - 1] - limit * steps[row - 1];
    double after = sums[row] - limit * steps[row];
    double weight = before / (before - after);
    double gap = steps[row] - steps[row - 1];
    return new Crossing(
        steps[row - 1] + weight * gap, row, weight, (sums[row] - sums[row - 1]) / gap);
  }

  /**
   * How far chance moves the step, as it moves the sums together: those at neighbouring steps share
   * nearly all terms. None where the first of the steps was found: the true one may be before it.
   *
   * @param errors of the sums
   */
  double stdError(double[] errors, double limit) {
    if (row == 0) {
      return 0;
    }
    double error = (1 - weight) * errors[row - 1] + weight * errors[row];
    return error / (limit - slope);
  }
}
