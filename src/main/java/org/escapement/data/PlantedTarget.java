package org.escapement.data;

import org.escapement.model.Check;

/**
 * The w with c_k = lambda_k w_k^2 = A k^(-kappa - 1): from the origin the loss is 1/2 sum_k c_k,
 * and the tail sums of c_k fall as A/kappa k^-kappa. With kappa = -1 all c_k are alike.
 *
 * @param exponent kappa
 * @param scale A; with 0 the target is the origin
 */
public record PlantedTarget(double exponent, double scale) {

  /** Checks the ranges. */
  public PlantedTarget {
    Check.in("(-16, 16)", exponent, "target-exponent");
    Check.notNegative(scale, "target-scale");
  }

  /** {@code [k - 1]}: w_k for the eigenvalues of a spectrum. */
  public double[] solution(Spectrum spectrum) {
    double[] w = spectrum.values();
    for (int k = 0; k < w.length; k++) {
      w[k] = Math.sqrt(scale * StrictMath.pow(k + 1, -exponent - 1) / w[k]);
    }
    return w;
  }
}
