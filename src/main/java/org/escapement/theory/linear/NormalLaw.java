package org.escapement.theory.linear;

import java.util.Arrays;
import org.escapement.theory.SampleLaw;
import org.hipparchus.special.Erf;

/** A normal law. */
public record NormalLaw(double mean, double variance) {
  private static final double ROOT_TWO = 1.4142135623730951;

  /** The standard normal distribution function. */
  public static double below(double z) {
    return 0.5 * Erf.erfc(-z / ROOT_TWO);
  }

  /** P(x <= edge) for some edges. */
  public double[] below(double[] edges) {
    double deviation = Math.sqrt(variance);
    return Arrays.stream(edges).map(edge -> below((edge - mean) / deviation)).toArray();
  }

  /**
   * The cumulants of the product of two jointly normal numbers, from those of a quadratic form:
   * 2^(n - 1) (n - 1)! tr (B C)^n + 2^(n - 1) n! m.(B C)^(n - 1) B m (Mathai, Provost 1992,
   * Quadratic Forms in Random Variables, 3.2).
   */
  public static SampleLaw product(NormalLaw x, NormalLaw y, double covariance) {
    double a = x.mean;
    double b = y.mean;
    double p = x.variance;
    double q = y.variance;
    double c = covariance;
    return new SampleLaw(
        a * b + c,
        p * q + c * c + a * a * q + b * b * p + 2 * a * b * c,
        2 * c * (3 * p * q + c * c) + 6 * (a * b * (p * q + c * c) + c * (a * a * q + b * b * p)));
  }
}
