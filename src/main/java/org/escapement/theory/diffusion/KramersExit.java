package org.escapement.theory.diffusion;

import org.escapement.theory.numeric.Panels;

/**
 * How long a particle in a well waits before it crosses a high barrier (barrier / temperature much
 * above 1), in the overdamped limit and with friction.
 */
public final class KramersExit {
  private KramersExit() {}

  /**
   * Eyring-Kramers on the line, dX = -V' dt + sqrt(2 T) dW: mean time from the bottom of the well
   * to far beyond the barrier, 2 pi / sqrt(V''(well) |V''(top)|) exp(barrier / T) (Kramers 1940,
   * Physica 7, 284; Haenggi, Talkner, Borkovec 1990, Reviews of Modern Physics 62, 251). Until the
   * top itself it is half of that.
   *
   * @param curvatureAtTop V'' there, negative
   */
  public static double overdamped(
      double barrier, double curvatureAtWell, double curvatureAtTop, double temperature) {
    return 2
        * Math.PI
        / Math.sqrt(curvatureAtWell * -curvatureAtTop)
        * StrictMath.exp(barrier / temperature);
  }

  /**
   * Eyring-Kramers in R^d: 2 pi / |l| sqrt(|det H(saddle)| / det H(minimum)) exp(barrier / T), l
   * the negative eigenvalue at the saddle (Bovier, Eckhoff, Gayrard, Klein 2004, Journal of the
   * European Mathematical Society 6, 399).
   *
   * @param unstable l
   */
  public static double overdamped(
      double barrier,
      double determinantAtMinimum,
      double determinantAtSaddle,
      double unstable,
      double temperature) {
    return 2
        * Math.PI
        / -unstable
        * Math.sqrt(-determinantAtSaddle / determinantAtMinimum)
        * StrictMath.exp(barrier / temperature);
  }

  /**
   * Kramers' transmission factor sqrt(g^2/4 + 1) - g/2, g = friction / sqrt(|V''(top)|), of dV = -
   * friction V dt - V' dt + noise.
   */
  public static double transmission(double friction, double curvatureAtTop) {
    double g = friction / Math.sqrt(-curvatureAtTop) / 2;
    return 1 / (Math.sqrt(g * g + 1) + g);
  }

  /**
   * Mean time from the well across the barrier with friction, spatial diffusion: 2 pi /
   * sqrt(V''(well)) exp(barrier / T) / transmission (Kramers 1940).
   */
  public static double withFriction(
      double barrier,
      double curvatureAtWell,
      double curvatureAtTop,
      double friction,
      double temperature) {
    return 2
        * Math.PI
        / Math.sqrt(curvatureAtWell)
        * StrictMath.exp(barrier / temperature)
        / transmission(friction, curvatureAtTop);
  }

  /**
   * The factor A(D) <= 1 of the rate when friction is so small that energy is lost slowly: exp(
   * 1/(2 pi) Int ln(1 - exp(-D (l^2 + 1/4))) dl / (l^2 + 1/4) ) (Mel'nikov, Meshkov 1986, Journal
   * of Chemical Physics 85, 1018).
   *
   * @param loss D = friction times the action of one round at the energy of the barrier, over T
   */
  public static double depopulation(double loss) {
    double sum = 0;
    int panels = 64;
    for (int p = 0; p < panels; p++) {
      double low = Math.PI / 2 * p / panels;
      double high = Math.PI / 2 * (p + 1) / panels;
      sum += Panels.integral(angle -> logOfLoss(loss, angle), low, high);
    }
    return StrictMath.exp(2 * sum / Math.PI);
  }

  /** With l = tan(angle) / 2: dl / (l^2 + 1/4) = 2 d angle; twice for both signs of l. */
  private static double logOfLoss(double loss, double angle) {
    double cosine = StrictMath.cos(angle);
    return StrictMath.log(-StrictMath.expm1(-loss / (4 * cosine * cosine)));
  }
}
