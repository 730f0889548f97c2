package org.escapement.theory.saddle;

/**
 * The heavy ball on an inverted parabola, x' = x + momentum (x - x before) + growth x + kick from
 * rest at 0: how kicks made long ago have grown.
 *
 * <p>x_t = sum_{k=1}^t h_k kick_{t-k} with h_k = (r^k - q^k)/(r - q), r > 1 and q = momentum/r the
 * roots of z^2 - (1 + momentum + growth) z + momentum.
 *
 * @param growth step size times |curvature|, positive
 * @param momentum in [0, 1]
 */
public record LinearGrowth(double growth, double momentum) {

  /** r - 1, without cancellation. */
  private double excess() {
    double brake = 1 - momentum - growth;
    double root = Math.sqrt(brake * brake + 4 * growth);
    return brake > 0 ? 2 * growth / (brake + root) : (root - brake) / 2;
  }

  /** ln r: by so much the logarithm of the distance grows in a step. */
  double rate() {
    return StrictMath.log1p(excess());
  }

  /** The variance of x_t for independent kicks of variance 1, t >= 0, at real t a smooth curve. */
  double variance(double t) {
    double u = excess();
    double fast = 1 + u;
    double slow = momentum / fast;
    double sums = growing(u * (2 + u), t) - 2 * decaying(momentum, t) + decaying(slow * slow, t);
    return sums / ((fast - slow) * (fast - slow));
  }

  /** x_t when each kick is 1. */
  double response(double t) {
    double u = excess();
    double slow = momentum / (1 + u);
    return (growing(u, t) - decaying(slow, t)) / (1 + u - slow);
  }

  /** sum_{k=1}^t (1 + u)^k. */
  private static double growing(double u, double t) {
    return (1 + u) * StrictMath.expm1(t * StrictMath.log1p(u)) / u;
  }

  /** sum_{k=1}^t q^k for 0 <= q <= 1. */
  private static double decaying(double q, double t) {
    return q == 1 ? t : q * (1 - StrictMath.pow(q, t)) / (1 - q);
  }
}
