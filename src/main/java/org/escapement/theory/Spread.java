package org.escapement.theory;

/**
 * How one sample of a predicted mean is spread: n trajectories know that mean up to deviation /
 * sqrt(n).
 *
 * @param deviation the standard deviation; NaN when it is not known, infinite when there is none
 * @param skewness E (sample - mean)^3 / deviation^3; NaN when it is not known
 */
public record Spread(double deviation, double skewness) {
  /** When nothing is known of it. */
  public static final Spread UNKNOWN = new Spread(Double.NaN, Double.NaN);

  /** Whether the deviation is known, be it infinite. */
  public boolean isKnown() {
    return !Double.isNaN(deviation);
  }

  /** Of a number that is 1 with this probability, else 0. */
  public static Spread ofOneTrial(double p) {
    double deviation = Math.sqrt(p * (1 - p));
    return new Spread(deviation, (1 - 2 * p) / deviation);
  }

  /** That of a number with these cumulants. */
  public static Spread of(SampleLaw sample) {
    double deviation = Math.sqrt(sample.variance());
    return new Spread(deviation, sample.third() / (deviation * sample.variance()));
  }
}
