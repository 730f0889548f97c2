package org.escapement.expression;

import org.escapement.kernel.Kernels;

/** What a compiled formula is to the JVM: loops over lanes. Only generated code implements it. */
public interface Loops {

  /**
   * {@code out[k][i]}, 0 <= i < n, of x_i and v_i, whose coordinate k is {@code x[k][i]} and {@code
   * v[k][i]}.
   *
   * @param rows arrays of at least n to work in
   */
  void run(Kernels kernels, double[][] x, double[][] v, int n, double[][] rows, double[][] out);
}
