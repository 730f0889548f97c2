package org.escapement.dynamics;

/** What optimisers with a buffer remember of gradients. */
final class Memory {
  private Memory() {}

  /** {@code out[k][i]}: the second half of the state times a factor. */
  static void kept(double[][] state, double factor, int n, double[][] out) {
    for (int k = 0; k < out.length; k++) {
      kept(state[out.length + k], factor, n, out[k]);
    }
  }

  private static void kept(double[] buffer, double factor, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * buffer[i];
    }
  }
}
