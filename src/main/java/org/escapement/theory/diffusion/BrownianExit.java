package org.escapement.theory.diffusion;

import org.escapement.monitoring.BoundaryShift;

/**
 * How Brownian motion, continuous or watched at equal steps, leaves an interval that is symmetric
 * about its start: E tau = L^2 / sigma^2.
 */
public final class BrownianExit {
  private BrownianExit() {}

  /**
   * Mean exit time of sigma W from (-L, L), start 0.
   *
   * @param halfWidth L
   * @param sigma standard deviation at time 1
   */
  public static double meanTime(double halfWidth, double sigma) {
    double ratio = halfWidth / sigma;
    return ratio * ratio;
  }

  /** The variance of that time: 2 L^4 / (3 sigma^4). */
  public static double varianceOfTime(double halfWidth, double sigma) {
    double mean = meanTime(halfWidth, sigma);
    return 2.0 / 3.0 * mean * mean;
  }

  /**
   * Mean exit time from (low, high) of sigma W + x: (x - low)(high - x) / sigma^2.
   *
   * @param x start, between low and high
   */
  public static double meanTime(double x, double low, double high, double sigma) {
    return (x - low) / sigma * ((high - x) / sigma);
  }

  /**
   * Mean exit time when one looks only at the times step, 2 step, ...: the interval seems wider by
   * b = 0.5826 sigma sqrt(step) on both sides and E tau = (L + b)^2 / sigma^2 + step / 4, the last
   * because the overshoot has second moment (b^2 + step sigma^2 / 4) about the boundary.
   *
   * @param step between two looks, model time
   */
  public static double monitoredMeanTime(double halfWidth, double sigma, double step) {
    double shift = BoundaryShift.GAUSSIAN * sigma * Math.sqrt(step);
    return meanTime(halfWidth + shift, sigma) + step / 4;
  }

  /**
   * P(tau > t) from (-L, L), start 0: (4/pi) Sum_k (-1)^k / (2k+1) exp(-(2k+1)^2 pi^2 sigma^2 t /
   * (8 L^2)).
   */
  public static double survival(double halfWidth, double sigma, double time) {
    double rate = Math.PI * Math.PI / 8 * time / meanTime(halfWidth, sigma);
    double sum = 0;
    int sign = 1;
    for (int odd = 1; odd < 2000; odd += 2) {
      double term = StrictMath.exp(-odd * (double) odd * rate) / odd;
      sum += sign * term;
      sign = -sign;
      if (term < 1e-17) {
        break;
      }
    }
    return Math.min(1, 4 / Math.PI * sum);
  }
}
