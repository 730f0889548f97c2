package org.escapement.theory;

import static org.escapement.model.Check.in;

import org.hipparchus.special.Gamma;

/**
 * How much wider a domain seems to a process that is watched only at times h, 2h, ...: by beta
 * h^(1/alpha) times its scale, because it is found beyond the boundary and not on it.
 *
 * <p>beta is the limit of E(max of the stable walk at integer times) against that of the process:
 * beta(alpha) = -zeta(1 - 1/alpha) Gamma(1 - 1/alpha) / pi for the scale in E exp(iuS) =
 * exp(-|u|^alpha) (from Spitzer's identity); alpha = 2 is sqrt(2) times the constant
 * -zeta(1/2)/sqrt(2 pi) of Chernoff 1965 and Siegmund 1979 (see Gobet, Menozzi 2010, Stochastic
 * Processes and their Applications 120, 130).
 */
public final class BoundaryShift {
  /** In standard deviations of the increment: -zeta(1/2) / sqrt(2 pi). */
  public static final double GAUSSIAN = 0.5825971579390107;

  private static final int DIRECT = 20;
  private static final double[] BERNOULLI = {
    1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6
  };

  private BoundaryShift() {}

  /**
   * The shift in scales of the increment.
   *
   * @param alpha stable index, in (1, 2]: at and below 1 the time between two looks matters more
   */
  public static double stable(double alpha) {
    in("(1, 2]", alpha, "alpha");
    double s = 1 - 1 / alpha;
    return -zeta(s) * Gamma.gamma(s) / Math.PI;
  }

  /** Riemann's zeta for 0 < s, s != 1, by the Euler-Maclaurin formula. */
  static double zeta(double s) {
    double sum = 0;
    for (int n = 1; n < DIRECT; n++) {
      sum += StrictMath.pow(n, -s);
    }
    double power = StrictMath.pow(DIRECT, -s);
    sum += power * DIRECT / (s - 1) + power / 2;
    double factor = s * power / DIRECT;
    double factorial = 2;
    for (int k = 1; k <= BERNOULLI.length; k++) {
      sum += BERNOULLI[k - 1] * factor / factorial;
      factor *= (s + 2 * k - 1) * (s + 2 * k) / ((double) DIRECT * DIRECT);
      factorial *= (2 * k + 1) * (2 * k + 2);
    }
    return sum;
  }
}
