package org.escapement.model;

/** An objective that knows its second derivatives. */
public interface Curved extends Objective {

  /**
   * The Hessian at x_i times v_i: {@code out[k][i] = sum_l d2f/dx_k dx_l (x_i) v[l][i]} for 0 <= i
   * < n, 0 <= k < dimension(). {@code out} may be neither {@code x} nor {@code v}.
   */
  void hessianTimes(double[][] x, double[][] v, int n, double[][] out);
}
