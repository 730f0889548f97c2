package org.escapement.estimate;

import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * Quantiles of the chi-square law at the ends of a 95 % interval.
 *
 * <p>Starts from the cube of a normal quantile (Wilson and Hilferty, PNAS 17, 1931) and mends it by
 * Newton's method on the incomplete gamma function. Beyond ten million degrees of freedom the start
 * is better than 10 digits, more than the cancelling logarithms of the density allow.
 */
final class ChiSquare {
  /** The normal quantile of 0.975. */
  static final double Z = 1.959963984540054;

  private static final double TAIL = 0.025;
  private static final double MOST_FREEDOM = 1e7;
  private static final int MOST_STEPS = 50;

  private ChiSquare() {}

  /** The quantile of 0.025, freedom at least 1. */
  static double lower(double freedom) {
    return quantile(TAIL, -Z, freedom);
  }

  /** The quantile of 0.975, freedom at least 1. */
  static double upper(double freedom) {
    return quantile(1 - TAIL, Z, freedom);
  }

  private static double quantile(double probability, double z, double freedom) {
    double x = wilsonHilferty(z, freedom);
    if (freedom > MOST_FREEDOM) {
      return x;
    }
    double shape = freedom / 2;
    double norm = Gamma.logGamma(shape);
    for (int step = 0; step < MOST_STEPS; step++) {
      double missing = probability - Gamma.regularizedGammaP(shape, x / 2);
      double density = FastMath.exp((shape - 1) * FastMath.log(x / 2) - x / 2 - norm) / 2;
      double next = Math.max(x / 2, x + missing / density);
      if (Math.abs(next - x) <= 1e-14 * x) {
        return next;
      }
      x = next;
    }
    return x;
  }

  private static double wilsonHilferty(double z, double freedom) {
    double v = 2 / (9 * freedom);
    double root = Math.max(0.05, 1 - v + z * Math.sqrt(v));
    return freedom * root * root * root;
  }
}
