package org.escapement.measure;

/**
 * How far a mean is carried by few of the numbers. A mean over trajectories near the edge of
 * stability is that of rare ones, which a sample of any size may lack.
 *
 * @param relativeDeviation standard deviation / mean
 * @param topShare what the largest hundredth of the numbers adds to their sum, as a share of it,
 *     within a fifteenth of itself
 * @param skewness E (x - mean)^3 / deviation^3, as far as deviations of more than an eighth of the
 *     mean go
 */
public record Tail(double relativeDeviation, double topShare, double skewness) {
  /** When nothing is known of it. */
  public static final Tail UNKNOWN = new Tail(Double.NaN, Double.NaN, Double.NaN);

  /** A lognormal law has this share at a relative deviation of 2.8. */
  private static final double LARGE_SHARE = 0.2;

  private static final double LARGE_DEVIATION = 2;

  private static final double TOP = 0.01;

  /** With fewer numbers a hundredth of them is not even one. */
  private static final long FEWEST = 100;

  /** Half of the width of a bin on either side, and as much again. */
  private static final double RESOLVED = 0.125;

  /** That of numbers whose mean and deviation are known; unknown when one of them is negative. */
  static Tail of(LogBins bins, double mean, double deviation) {
    boolean isKnown =
        bins.isWithoutNegative() && bins.size() >= FEWEST && bins.bins() > 0 && deviation > 0;
    return isKnown
        ? new Tail(deviation / mean, topShare(bins), skewness(bins, deviation / mean))
        : UNKNOWN;
  }

  private static double topShare(LogBins bins) {
    double left = TOP * bins.size();
    double top = 0;
    double all = 0;
    for (int bin = bins.bins() - 1; bin >= 0; bin--) {
      double counted = Math.min(left, bins.count(bin));
      top += counted * bins.relativeSize(bin);
      all += bins.count(bin) * bins.relativeSize(bin);
      left -= counted;
    }
    return top / all;
  }

  /** In units of the mean of the bins, so that their error of place cancels. */
  private static double skewness(LogBins bins, double relativeDeviation) {
    double n = bins.size();
    double mean = 0;
    for (int bin = 0; bin < bins.bins(); bin++) {
      mean += bins.count(bin) / n * bins.relativeSize(bin);
    }
    double third = cube(-1) * (n - positive(bins)) / n;
    for (int bin = 0; bin < bins.bins(); bin++) {
      double apart = bins.relativeSize(bin) / mean - 1;
      third += Math.abs(apart) > RESOLVED ? bins.count(bin) / n * cube(apart) : 0;
    }
    return third / cube(relativeDeviation);
  }

  private static double positive(LogBins bins) {
    double positive = 0;
    for (int bin = 0; bin < bins.bins(); bin++) {
      positive += bins.count(bin);
    }
    return positive;
  }

  private static double cube(double x) {
    return x * x * x;
  }

  /** Whether it is known. */
  public boolean isKnown() {
    return !Double.isNaN(topShare);
  }

  /** Whether so few numbers carry the mean that it says little. */
  public boolean isHeavy() {
    return relativeDeviation > LARGE_DEVIATION || topShare > LARGE_SHARE;
  }
}
