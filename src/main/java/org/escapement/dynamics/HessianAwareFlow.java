package org.escapement.dynamics;

import org.escapement.kernel.Kernels;
import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.Separable;

/**
 * The Hessian-aware equation of a separable f, coordinate by coordinate with u = eta f_k''(x_k):
 * drift -phi(u) f_k' and diffusion sqrt(eta 2 phi(u)/(2 - u)), where phi(u) = -ln(1 - u)/u.
 *
 * <p>Where u >= 1 there is no such equation, and the state becomes NaN.
 */
final class HessianAwareFlow implements ModifiedEquation {
  /** Added above and below the line of phi, where it changes nothing but 0/0 to 1. */
  private static final double NEXT_TO_NOTHING = 1e-300;

  private final Separable objective;
  private final LaneValues stepSize;

  /** Scratch, {@code [k][i]}: the curvature, then 1 - u. */
  private final double[][] rest;

  /** Scratch, {@code [i]}: ln(1 - u), then phi. */
  private final double[] phi;

  private double[] eta = new double[0];

  HessianAwareFlow(Separable objective, LaneValues stepSize, int lanes) {
    this.objective = objective;
    this.stepSize = stepSize;
    this.rest = new double[objective.dimension()][lanes];
    this.phi = new double[lanes];
  }

  @Override
  public void prepare(Batch batch, int phase) {
    eta = stepSize.at(batch, phase);
  }

  @Override
  public void drift(double[][] z, int n, double[][] out) {
    objective.gradient(z, n, out);
    objective.curvature(z, n, rest);
    for (int k = 0; k < rest.length; k++) {
      evaluatePhi(rest[k], n);
      descend(n, eta, phi, out[k]);
    }
  }

  @Override
  public void amplify(double[][] z, int n, double[][] noise) {
    objective.curvature(z, n, rest);
    for (int k = 0; k < rest.length; k++) {
      evaluatePhi(rest[k], n);
      spread(n, rest[k], phi);
      descend(n, eta, phi, noise[k]);
    }
  }

  /**
   * From the curvature; with w = 1 - u as it is rounded, ln(w)/(w - 1) is phi to the last bits
   * however small u is.
   */
  private void evaluatePhi(double[] curvature, int n) {
    subtract(n, eta, curvature);
    for (int i = 0; i < n; i++) {
      phi[i] = Math.min(Math.max(curvature[i], Double.MIN_NORMAL), Double.MAX_VALUE);
    }
    Kernels.best().log(1, phi, n, phi);
    divide(n, curvature, phi);
  }

  /** c = 1 - eta c. */
  private static void subtract(int n, double[] eta, double[] c) {
    for (int i = 0; i < n; i++) {
      c[i] = 1 - eta[i] * c[i];
    }
  }

  /** What is added last is 0 where w > 0 and else NaN. */
  private static void divide(int n, double[] w, double[] phi) {
    for (int i = 0; i < n; i++) {
      double quotient = (phi[i] + NEXT_TO_NOTHING) / (w[i] - 1 + NEXT_TO_NOTHING);
      phi[i] = quotient + 0 / Math.sqrt(w[i]);
    }
  }

  /** phi = sqrt(2 phi/(2 - u)), where 2 - u = 1 + w. */
  private static void spread(int n, double[] w, double[] phi) {
    for (int i = 0; i < n; i++) {
      phi[i] = Math.sqrt(2 * phi[i] / (1 + w[i]));
    }
  }

  private static void descend(int n, double[] eta, double[] factor, double[] slope) {
    for (int i = 0; i < n; i++) {
      slope[i] *= -(eta[i] * factor[i]);
    }
  }

  @Override
  public int firstKicked() {
    return 0;
  }
}
