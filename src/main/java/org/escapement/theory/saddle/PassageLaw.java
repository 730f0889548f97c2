package org.escapement.theory.saddle;

import org.hipparchus.special.Erf;

/**
 * The first-passage law of a ball that noise drives off an inverted parabola: far from the top
 * nothing turns back, so it has left by step t if and only if it is outside then, and where it is
 * then is normal: P(N > t) = E erf(radius / sqrt(2 Var x_t)).
 *
 * @param radius it has left when |x| >= radius
 * @param push standard deviation of the part of the kick that all steps of a trajectory share
 * @param kick variance of the part that each step has of its own, itself random
 */
public record PassageLaw(LinearGrowth growth, double radius, double push, RandomVariance kick) {
  /** Steps of the sums, in units of the time in which distances grow e-fold. */
  private static final double STRIDE = 0.02;

  private static final double NEGLIGIBLE = 1e-14;
  private static final int HALVINGS = 200;

  /** P(N > t). */
  public double survival(double t) {
    if (t <= 0) {
      return 1;
    }
    double own = growth.variance(t);
    double response = push * growth.response(t);
    double survival = 0;
    for (int j = 0; j < kick.size(); j++) {
      double variance = kick.variance(j) * own + response * response;
      survival += kick.weight(j) * Erf.erf(radius / Math.sqrt(2 * variance));
    }
    return survival;
  }

  /**
   * E N, the sum of P(N > t), by the trapezoidal rule, whose error is exponentially small for a law
   * so smooth and flat at both ends.
   */
  double mean() {
    double stride = stride();
    double sum = 0.5;
    double survival = 1;
    for (long j = 1; survival > NEGLIGIBLE; j++) {
      survival = survival(j * stride);
      sum += survival;
    }
    return stride * sum + 0.5;
  }

  /** The standard deviation of N, from E N^2, the sum of (2t + 1) P(N > t), in the same way. */
  double deviation() {
    double stride = stride();
    double sum = 0.5;
    double survival = 1;
    for (long j = 1; survival > NEGLIGIBLE; j++) {
      survival = survival(j * stride);
      sum += (2 * j * stride + 1) * survival;
    }
    double second = stride * sum + (stride * stride - 1) / 6 + 0.5;
    double mean = mean();
    return Math.sqrt(second - mean * mean);
  }

  private double stride() {
    return Math.max(1, Math.floor(STRIDE / growth.rate()));
  }

  /** The step by which a share has left, a real number. */
  double quantile(double share) {
    double low = 0;
    double high = 1;
    while (survival(high) > 1 - share) {
      low = high;
      high *= 2;
    }
    for (int k = 0; k < HALVINGS && high - low > NEGLIGIBLE * high; k++) {
      double middle = (low + high) / 2;
      if (survival(middle) > 1 - share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
