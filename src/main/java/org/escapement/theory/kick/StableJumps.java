package org.escapement.theory.kick;

import org.hipparchus.special.Gamma;

/**
 * How often a standard stable process jumps far: the Levy measure of {|y| > r} is K r^-alpha. For E
 * exp(iuS) = exp(-|u|^alpha) per unit of time (Samorodnitsky, Taqqu 1994, Stable Non-Gaussian
 * Random Processes, 1.2 and 2.5).
 */
public final class StableJumps {
  private StableJumps() {}

  /**
   * C in the Levy density C |y|^(-1-alpha) on the line: Gamma(1 + alpha) sin(pi alpha / 2) / pi.
   *
   * @param alpha in (0, 2); 0 at 2
   */
  public static double density(double alpha) {
    return Gamma.gamma(1 + alpha) * StrictMath.sin(Math.PI * alpha / 2) / Math.PI;
  }

  /** K for independent stable components in R^dimension: jumps along the axes only. */
  public static double independent(double alpha, int dimension) {
    return 2 * dimension * density(alpha) / alpha;
  }

  /** K for isotropic stable motion in R^dimension. */
  public static double isotropic(double alpha, int dimension) {
    return StrictMath.pow(2, alpha)
        * StrictMath.exp(Gamma.logGamma((dimension + alpha) / 2) - Gamma.logGamma(dimension / 2.0))
        / Gamma.gamma(1 - alpha / 2);
  }

  /**
   * How often jumps longer than 1 come, per unit of time.
   *
   * @param beyondOne K
   */
  public record Rate(double beyondOne) {}
}
