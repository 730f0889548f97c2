package org.escapement.theory.chain;

/**
 * How a walk leaves its interval; times in steps.
 *
 * @param mean E N, the expected number of steps until it is out
 * @param secondMoment E N^2
 * @param shareBelow P(it leaves at the low end)
 * @param restrictedMean E min(N, horizon)
 * @param shareBelowInTime P(N <= horizon, at the low end)
 * @param shareAboveInTime P(N <= horizon, at the high end)
 */
public record WalkExit(
    double mean,
    double secondMoment,
    double shareBelow,
    double restrictedMean,
    double shareBelowInTime,
    double shareAboveInTime) {

  /** For a walk that cannot leave. */
  static WalkExit never(long horizon) {
    return new WalkExit(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, horizon, 0, 0);
  }

  /** The standard deviation of N. */
  public double deviation() {
    return Math.sqrt(Math.max(0, secondMoment - mean * mean));
  }

  /** P(N <= horizon). */
  public double shareInTime() {
    return shareBelowInTime + shareAboveInTime;
  }

  /**
   * The largest relative difference of any number. Those that depend on the horizon count a
   * hundredth, and shares at least as parts of 0.01: they are differences of much larger numbers
   * when the horizon is short, and are never measured so well.
   */
  double distance(WalkExit other) {
    double whole =
        Math.max(
            Math.max(relative(mean, other.mean), relative(secondMoment, other.secondMoment)),
            ofShares(shareBelow, other.shareBelow));
    double inTime =
        Math.max(
            relative(restrictedMean, other.restrictedMean),
            Math.max(
                ofShares(shareBelowInTime, other.shareBelowInTime),
                ofShares(shareAboveInTime, other.shareAboveInTime)));
    double distance = Math.max(whole, 0.01 * inTime);
    return distance >= 0 ? distance : Double.POSITIVE_INFINITY;
  }

  private static double relative(double a, double b) {
    return Math.abs(a - b) / Math.abs(b);
  }

  private static double ofShares(double a, double b) {
    return Math.abs(a - b) / Math.max(Math.abs(b), 0.01);
  }
}
