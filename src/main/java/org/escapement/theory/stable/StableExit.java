package org.escapement.theory.stable;

import org.escapement.theory.kick.StableJumps;
import org.hipparchus.special.Gamma;

/**
 * Mean exit times of stable processes from balls: without drift (exact), and from a potential well
 * under small noise (asymptotic). All scales are those of E exp(iuS) = exp(-|scale u|^alpha) at
 * time 1.
 */
public final class StableExit {
  private StableExit() {}

  /**
   * Isotropic stable motion without drift in R^d: E tau = (r^2 - |x|^2)^(alpha/2) Gamma(d/2) /
   * (2^alpha Gamma(1 + alpha/2) Gamma((d + alpha)/2)) / scale^alpha (Getoor 1961, Transactions of
   * the AMS 101, 75).
   *
   * @param start distance of the start from the centre, below radius
   */
  public static double isotropic(
      double alpha, double scale, int dimension, double radius, double start) {
    return chord(alpha, scale, radius, start)
        * StrictMath.exp(
            Gamma.logGamma(dimension / 2.0)
                - Gamma.logGamma((dimension + alpha) / 2)
                - Gamma.logGamma(1 + alpha / 2))
        / StrictMath.pow(2, alpha);
  }

  /**
   * Independent stable components without drift in R^d: (r^2 - |x|^2)^(alpha/2) / (d Gamma(1 +
   * alpha)) / scale^alpha (Ryznar 2025, arXiv 2503.12272, for any symmetric stable process; its
   * constant for this one).
   *
   * @param start distance of the start from the centre, below radius
   */
  public static double independent(
      double alpha, double scale, int dimension, double radius, double start) {
    return chord(alpha, scale, radius, start) / (dimension * Gamma.gamma(1 + alpha));
  }

  private static double chord(double alpha, double scale, double radius, double start) {
    double square = (radius - start) / scale * ((radius + start) / scale);
    return StrictMath.pow(square, alpha / 2);
  }

  /**
   * Small noise, exit of a well at distances below and above its bottom: E tau = (alpha / C) / (
   * (scale/below)^alpha + (scale/above)^alpha ), one jump does it (Imkeller, Pavlyukevich 2006,
   * Stochastic Processes and their Applications 116, 611, with 1/C for our scale).
   *
   * @param below distance from the bottom of the well to the lower end, may be infinite
   * @param above distance to the upper end, may be infinite
   */
  public static double fromWell(double alpha, double scale, double below, double above) {
    double rate = StrictMath.pow(scale / below, alpha) + StrictMath.pow(scale / above, alpha);
    return alpha / (StableJumps.density(alpha) * rate);
  }

  /** The limit of the share of exits at the lower end of that well. */
  public static double shareBelow(double alpha, double below, double above) {
    return 1 / (1 + StrictMath.pow(below / above, alpha));
  }

  /**
   * Small noise, exit of a well with its bottom in the centre of a ball: E tau = (radius/scale)^
   * alpha / K.
   *
   * @param jumps K of {@link StableJumps}
   */
  public static double fromWell(double alpha, double scale, double radius, StableJumps.Rate jumps) {
    return StrictMath.pow(radius / scale, alpha) / jumps.beyondOne();
  }
}
