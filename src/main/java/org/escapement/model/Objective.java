package org.escapement.model;

import java.io.Serializable;

/** A function f on R^d to descend. Immutable; equal by value. */
public interface Objective extends Serializable {

  /** d, the number of coordinates. */
  int dimension();

  /** What a step costs with it, where each coordinate of a plain function costs 1. */
  default double cost() {
    return dimension();
  }

  /** {@code out[i] = f(x_i)} for 0 <= i < n, where coordinate k of x_i is {@code x[k][i]}. */
  void value(double[][] x, int n, double[] out);

  /** {@code out[k][i] = df/dx_k (x_i)} for 0 <= i < n, 0 <= k < dimension(). */
  void gradient(double[][] x, int n, double[][] out);
}
