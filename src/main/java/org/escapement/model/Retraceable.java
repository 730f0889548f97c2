package org.escapement.model;

/** A dynamics whose stochastic gradients can be told from the states before and after a step. */
public interface Retraceable extends Dynamics {

  /**
   * The stochastic gradient that a step saw, noise included, up to rounding: {@code out[k][i]} for
   * 0 <= i < n, 0 <= k < dimension. All lanes made the same step.
   *
   * @param before the states x_step, {@code [k][i]}
   * @param after the states x_{step+1}
   */
  void gradientBetween(
      double[][] before, double[][] after, long step, int dimension, int n, double[][] out);
}
