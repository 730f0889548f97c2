package org.escapement.dynamics;

/** Solves z' = kept z + g / factor for g, z being one number of the state for each coordinate. */
final class Retraced {
  private Retraced() {}

  /**
   * {@code out[k][i]}: g of coordinate k and lane i.
   *
   * @param first place in the state of the z of coordinate 0
   */
  static void gradient(
      double[][] before,
      double[][] after,
      int first,
      double kept,
      double factor,
      int n,
      double[][] out) {
    for (int k = 0; k < out.length; k++) {
      gradient(before[first + k], after[first + k], kept, factor, n, out[k]);
    }
  }

  private static void gradient(
      double[] before, double[] after, double kept, double factor, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * (after[i] - kept * before[i]);
    }
  }
}
