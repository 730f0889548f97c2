package org.escapement.theory.spectral;

import org.hipparchus.util.FastMath;

/**
 * The mean loss in the long run, prefactor factor^t: from the smallest positive singularity r of
 * its generating function, factor = 1/r.
 *
 * <p>The coefficients of U and V are not negative, so none is nearer to 0 than that one
 * (Pringsheim). It is the root of r U(r) = 1, or without noise the first root of an S_k. Beyond 1
 * it grows, below 1 it decays, for finitely many modes and late enough. (tau1 >= tau2, gamma tau2
 * <= 1.)
 *
 * @param factor of the loss per step
 * @param prefactor 1/2 V(r) / (r (zU)'(r)); NaN without noise
 */
public record Growth(double factor, double prefactor) {
  private static final int HALVINGS = 200;

  /** That of a problem at a step. */
  public static Growth of(SpectralProblem problem, Step step) {
    GeneratingFunctions functions = problem.generating(step);
    double end = 1 / functions.noiselessGrowth();
    double r = singularity(functions, end);
    if (r >= end) {
      return new Growth(1 / r, Double.NaN);
    }
    return new Growth(1 / r, functions.signal(r) / (2 * r * functions.noiseSlope(r)));
  }

  /** Where z U(z) = 1 on (0, end): it increases there, and has poles only beyond the root. */
  private static double singularity(GeneratingFunctions functions, double end) {
    double low = 0;
    double high = end;
    if (functions.isPositive(1) && functions.noise(1) < 1 && end > 1) {
      low = 1;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (functions.isPositive(middle) && middle * functions.noise(middle) < 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The loss that this says after so many steps. */
  public double loss(long t) {
    return prefactor * FastMath.exp(t * FastMath.log(factor));
  }
}
