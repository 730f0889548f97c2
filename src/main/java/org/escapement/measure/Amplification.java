package org.escapement.measure;

/**
 * How much less prod_{s=1}^tau (1 - eta theta_s h), theta_s = (1 - beta^s)/(1 - beta), is for a
 * curvature h than for the lowest one: the eigenvalues of a product of Hessians to its largest,
 * which may be beyond all doubles while their ratio is not.
 */
final class Amplification {
  /** Below it a power of beta changes no theta any more. */
  private static final double NEGLIGIBLE = 0x1p-60;

  private final double eta;
  private final double[] theta;
  private final double limit;
  private final long rest;

  Amplification(double eta, double beta, int tau) {
    int varying = 0;
    for (double power = beta; varying < tau && Math.abs(power) > NEGLIGIBLE; power *= beta) {
      varying++;
    }
    this.eta = eta;
    this.theta = new double[varying];
    double power = beta;
    for (int s = 0; s < varying; s++) {
      theta[s] = (1 - power) / (1 - beta);
      power *= beta;
    }
    this.limit = 1 / (1 - beta);
    this.rest = tau - varying;
  }

  /** The ratio for a curvature at least the lowest. */
  double of(double curvature, double lowest) {
    double ratio = 1;
    for (double t : theta) {
      ratio *= (1 - eta * t * curvature) / (1 - eta * t * lowest);
    }
    double square = (1 - eta * limit * curvature) / (1 - eta * limit * lowest);
    for (long left = rest; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        ratio *= square;
      }
      square *= square;
    }
    return ratio;
  }
}
