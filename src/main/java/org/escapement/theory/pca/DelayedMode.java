package org.escapement.theory.pca;

/**
 * One linear mode under heavy ball with late gradients: h' = h + momentum (h - h before) - rate
 * h_{k-delay} + kick, from rest at h_{-j} = h_0.
 *
 * @param rate step size times curvature, positive
 * @param momentum in [0, 1)
 * @param delay at least 0
 */
record DelayedMode(double rate, double momentum, int delay) {

  /**
   * The largest delay for which a mode is stable; -1 when none is.
   *
   * <p>At the edge z = e^{iw} solves (z - 1)(1 - momentum/z) = -rate z^{-delay}. The sizes of both
   * sides fix w in (0, pi], their angles the delay there: (pi/2 - w/2 - atan(momentum sin w / (1 -
   * momentum cos w)))/w.
   */
  static int largestStableDelay(double rate, double momentum) {
    if (!(rate < 2 * (1 + momentum))) {
      return -1;
    }
    double low = 0;
    double high = Math.PI;
    for (int k = 0; k < 100; k++) {
      double middle = (low + high) / 2;
      if (size(middle, momentum) < rate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double lag =
        StrictMath.atan2(momentum * StrictMath.sin(low), 1 - momentum * StrictMath.cos(low));
    double edge = (Math.PI / 2 - low / 2 - lag) / low;
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(edge) - 1);
  }

  /** |z - 1| |z - momentum|, which increases with w. */
  private static double size(double w, double momentum) {
    double half = StrictMath.sin(w / 2);
    double square = (1 - momentum) * (1 - momentum) + 4 * momentum * half * half;
    return 2 * half * Math.sqrt(square);
  }

  boolean isStable() {
    return delay <= largestStableDelay(rate, momentum);
  }

  /**
   * What each step makes of an offset and of kicks: {@code [0][k]} is h_k for h_0 = 1 without
   * kicks, {@code [1][k]} the variance of h_k for h_0 = 0 and independent kicks of variance 1, 0 <=
   * k <= steps.
   */
  double[][] response(int steps) {
    double[] mean = new double[steps + 1];
    double[] pulse = new double[steps + 1];
    double[] variance = new double[steps + 1];
    mean[0] = 1;
    for (int k = 0; k < steps; k++) {
      mean[k + 1] = next(mean, k, 1);
      pulse[k + 1] = k == 0 ? 1 : next(pulse, k, 0);
      variance[k + 1] = variance[k] + pulse[k + 1] * pulse[k + 1];
    }
    return new double[][] {mean, variance};
  }

  private double next(double[] h, int k, double early) {
    double before = k == 0 ? early : h[k - 1];
    double late = k < delay ? early : h[k - delay];
    return h[k] + momentum * (h[k] - before) - rate * late;
  }
}
