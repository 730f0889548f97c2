package org.escapement.estimate;

import java.util.OptionalDouble;

/**
 * By how much the mean restricted exit time of one cell exceeds that of another, measured on the
 * same random numbers.
 *
 * <p>The restricted times are bounded, so all variances exist. With fewer than {@link
 * ExitEstimates#FEWEST_EXITS} pairs of which one exited there is no estimate.
 *
 * @param pairs pairs of trajectories that it rests on
 * @param diverged pairs that are left out because one of the two diverged
 * @param difference mean of a - b, model time
 * @param stdError of the difference
 * @param ciLow lower end of its 95 % confidence interval (normal)
 * @param ciHigh upper end
 * @param independentStdError the standard error that as many independent trajectories in each cell
 *     would have had
 */
public record PairedDifference(
    long pairs,
    long diverged,
    OptionalDouble difference,
    OptionalDouble stdError,
    OptionalDouble ciLow,
    OptionalDouble ciHigh,
    OptionalDouble independentStdError) {

  /** The estimates from the sums. */
  public static PairedDifference of(DifferenceSummary summary) {
    long n = summary.pairs();
    if (summary.exited() < ExitEstimates.FEWEST_EXITS) {
      OptionalDouble none = OptionalDouble.empty();
      return new PairedDifference(n, summary.diverged(), none, none, none, none, none);
    }
    SampleMean a = SampleMean.of(summary.sum(0), summary.sum(1), n);
    SampleMean b = SampleMean.of(summary.sum(2), summary.sum(3), n);
    SampleMean difference = SampleMean.of(summary.sum(4), summary.sum(5), n);
    double stdError = difference.stdError().orElseThrow();
    double reach = ChiSquare.Z * stdError;
    double variance = square(a.stdError()) + square(b.stdError());
    return new PairedDifference(
        n,
        summary.diverged(),
        OptionalDouble.of(difference.value()),
        OptionalDouble.of(stdError),
        OptionalDouble.of(difference.value() - reach),
        OptionalDouble.of(difference.value() + reach),
        OptionalDouble.of(Math.sqrt(variance)));
  }

  private static double square(OptionalDouble x) {
    return x.orElseThrow() * x.orElseThrow();
  }
}
