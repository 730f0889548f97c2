package org.escapement.theory.diffusion;

import org.escapement.theory.numeric.Panels;

/**
 * Mean exit time of dX = -rate X dt + sigma dW from (-L, L), start 0: (L/sigma)^2 2F2(1,1; 3/2,2;
 * rate L^2 / sigma^2), see Borodin, Salminen 2002, Handbook of Brownian Motion, part II.7.
 */
public final class OrnsteinUhlenbeckExit {
  private OrnsteinUhlenbeckExit() {}

  /**
   * The mean exit time.
   *
   * @param rate positive at a stable point, negative at an unstable one, 0 for Brownian motion
   * @param halfWidth L
   */
  public static double meanTime(double rate, double halfWidth, double sigma) {
    double square = halfWidth / sigma * (halfWidth / sigma);
    double z = rate * square;
    return z < -1 ? square * unstable(-z) : square * series(z);
  }

  /** 2F2(1,1; 3/2,2; z) = Sum_n z^n / ((3/2)_n (n+1)); the terms do not alternate much. */
  private static double series(double z) {
    double term = 1;
    double sum = 1;
    for (int n = 1; Math.abs(term) > 1e-18 * Math.abs(sum) || n < 2 * z; n++) {
      term *= z / (n + 0.5);
      sum += term / (n + 1);
    }
    return sum;
  }

  /**
   * The same at -z for large z, where the series cancels: (2/z) Int_0^sqrt(z) D(y) dy with Dawson's
   * integral D, both by quadrature.
   */
  private static double unstable(double z) {
    double end = Math.sqrt(z);
    int panels = 8 + (int) Math.ceil(4 * end);
    Panels outer = Panels.on(0, end, panels);
    double sum = 0;
    for (int i = 0; i < outer.size(); i++) {
      sum += outer.weight()[i] * dawson(outer.node()[i]);
    }
    return 2 * sum / z;
  }

  /** D(y) = Int_0^y exp(t^2 - y^2) dt = Int_0^y exp(-r (2 y - r)) dr. */
  private static double dawson(double y) {
    double end = Math.min(y, 40 / Math.max(y, 1));
    double sum = 0;
    for (int p = 0; p < 8; p++) {
      sum += Panels.integral(r -> StrictMath.exp(-r * (2 * y - r)), end * p / 8, end * (p + 1) / 8);
    }
    return sum;
  }
}
