package org.escapement.model;

import java.util.Optional;

/** f(x) = sum_k f_k(x_k): its Hessian is diagonal. */
public interface Separable extends Curved {

  /**
   * The diagonal of the Hessian: {@code out[k][i] = d2f/dx_k^2 (x_i)} for 0 <= i < n, 0 <= k <
   * dimension(). {@code out} may not be {@code x}.
   */
  void curvature(double[][] x, int n, double[][] out);

  /** c_k for each coordinate when f(x) = 1/2 sum_k c_k x_k^2; empty otherwise. */
  default Optional<Vector> constantCurvature() {
    return Optional.empty();
  }

  @Override
  default void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    curvature(x, n, out);
    for (int k = 0; k < dimension(); k++) {
      double[] product = out[k];
      double[] factor = v[k];
      for (int i = 0; i < n; i++) {
        product[i] *= factor[i];
      }
    }
  }
}
