package org.escapement.theory.spectral;

import org.escapement.model.Check;
import org.hipparchus.util.FastMath;

/**
 * A spectrum of power laws: lambda_k = Lambda k^-nu for k = 1, 2, ... and a signal with the tails
 * sum_(l >= k) c_l(0) = K k^-kappa (source and capacity condition).
 *
 * @param scale Lambda
 * @param decay nu
 * @param tail K
 * @param tailDecay kappa
 */
public record PowerLawModes(double scale, double decay, double tail, double tailDecay) {
  /** Modes that are kept one by one. */
  private static final int EXACT = 400;

  /** Width in ln k of a panel of the quadrature, over the steepest power in it. */
  private static final double PANEL = 1.0;

  /** Nodes and weights of the Gauss-Legendre rule on [-1, 1] with four nodes. */
  private static final double[] NODE = {
    -0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526
  };

  private static final double[] WEIGHT = {
    0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538
  };

  /** Checks the ranges. */
  public PowerLawModes {
    Check.positive(scale, "scale");
    Check.positive(decay, "decay");
    Check.positive(tail, "tail");
    Check.positive(tailDecay, "tail-decay");
  }

  /** The law that c_k(0) = a k^(-kappa - 1) follows far out. */
  public static PowerLawModes ofSignal(double scale, double decay, double a, double tailDecay) {
    return new PowerLawModes(scale, decay, a / tailDecay, tailDecay);
  }

  /**
   * The law of the single modes where every eigenvalue scale m^-nu comes twice, m = 1, 2, ..., and
   * a m^(-kappa - 1) is the signal of each of the two: k = 2m.
   */
  public static PowerLawModes ofPairs(double scale, double decay, double a, double tailDecay) {
    return new PowerLawModes(
        FastMath.pow(2, decay) * scale,
        decay,
        FastMath.pow(2, tailDecay + 1) * a / tailDecay,
        tailDecay);
  }

  /** zeta = kappa / nu, the exponent of the loss without noise. */
  public double zeta() {
    return tailDecay / decay;
  }

  /**
   * The first modes, with c_k = K (k^-kappa - (k + 1)^-kappa): the tails of all are as they say.
   */
  public SpectralModes withTails(long modes) {
    return spectrum(
        modes,
        x ->
            -tail
                * FastMath.pow(x, -tailDecay)
                * FastMath.expm1(-tailDecay * FastMath.log1p(1 / x)));
  }

  /** The first modes, with c_k = kappa K k^(-kappa - 1). */
  public SpectralModes withSignal(long modes) {
    return spectrum(modes, x -> tail * tailDecay * FastMath.pow(x, -tailDecay - 1));
  }

  private interface Signal {
    double at(double x);
  }

  /**
   * Modes beyond the first 400 are nodes x of a quadrature of their sum as an integral over x,
   * panels of which are equally wide in ln x. The midpoint rule that replaces the sum by the
   * integral makes an error of f'/24 at the first of them: 1e-6 s (s - 1) of the rest for a power
   * s.
   */
  private SpectralModes spectrum(long modes, Signal signal) {
    int exact = (int) Math.min(modes, EXACT);
    double from = FastMath.log(exact + 0.5);
    double to = FastMath.log(modes + 0.5);
    double steepest = Math.max(1, Math.max(decay, tailDecay) / 2);
    int panels = modes == exact ? 0 : (int) Math.ceil((to - from) * steepest / PANEL);
    int size = exact + panels * NODE.length;
    double[] lambda = new double[size];
    double[] c = new double[size];
    double[] count = new double[size];
    for (int k = 0; k < size; k++) {
      double x = k + 1;
      count[k] = 1;
      if (k >= exact) {
        int node = (k - exact) % NODE.length;
        double half = (to - from) / panels / 2;
        double middle = from + half * (2 * ((k - exact) / NODE.length) + 1);
        x = FastMath.exp(middle + half * NODE[node]);
        count[k] = half * WEIGHT[node] * x;
      }
      lambda[k] = scale * FastMath.pow(x, -decay);
      c[k] = count[k] * signal.at(x);
    }
    return SpectralModes.of(lambda, c, count);
  }
}
