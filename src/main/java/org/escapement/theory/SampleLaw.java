package org.escapement.theory;

/**
 * The first three cumulants of one sample of a measured quantity: its mean, and how far and how
 * unevenly chance moves it.
 *
 * @param mean what the average over many trajectories tends to
 * @param variance NaN when it is not known, infinite when there is none
 * @param third E (sample - mean)^3; NaN when it is not known
 */
public record SampleLaw(double mean, double variance, double third) {
  /** A smaller share of E x^2 than this is lost in rounding. */
  private static final double RESOLVED = 1e-9;

  /** Those of a number of which only the mean is known. */
  public static SampleLaw ofMean(double mean) {
    return new SampleLaw(mean, Double.NaN, Double.NaN);
  }

  /** Those of a number whose square has no mean. */
  public static SampleLaw withoutVariance(double mean) {
    return new SampleLaw(mean, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Those of the sum with an independent number. */
  public SampleLaw plus(SampleLaw other) {
    return new SampleLaw(mean + other.mean, variance + other.variance, third + other.third);
  }

  public SampleLaw times(double factor) {
    double square = factor * factor;
    return new SampleLaw(factor * mean, square * variance, square * factor * third);
  }

  /** E sample^3. */
  public double thirdMoment() {
    return third + 3 * variance * mean + mean * mean * mean;
  }

  /** From E x, E x^2 and E x^3; the variance is unknown where it drowns in rounding. */
  public static SampleLaw ofMoments(double first, double second, double third) {
    double variance = second - first * first;
    return variance > RESOLVED * second
        ? new SampleLaw(first, variance, third - 3 * second * first + 2 * first * first * first)
        : ofMean(first);
  }
}
