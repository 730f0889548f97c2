package org.escapement.noise;

/** Array loops that several laws share. */
final class Loops {
  private Loops() {}

  /** z[i] *= factor. */
  static void scale(double factor, int n, double[] z) {
    if (factor != 1) {
      for (int i = 0; i < n; i++) {
        z[i] *= factor;
      }
    }
  }

  /** z[i] += offset. */
  static void shift(double offset, int n, double[] z) {
    for (int i = 0; i < n; i++) {
      z[i] += offset;
    }
  }

  /** out[k][i] = z[k][i]. */
  static void copy(double[][] z, int n, double[][] out) {
    for (int k = 0; k < out.length; k++) {
      System.arraycopy(z[k], 0, out[k], 0, n);
    }
  }

  /** out[k][i] += z[k][i]. */
  static void add(double[][] z, int n, double[][] out) {
    for (int k = 0; k < out.length; k++) {
      add(z[k], n, out[k]);
    }
  }

  private static void add(double[] z, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += z[i];
    }
  }

  /** z[i] *= factor[i]. */
  static void multiply(double[] factor, int n, double[] z) {
    for (int i = 0; i < n; i++) {
      z[i] *= factor[i];
    }
  }

  /** z[i] = sqrt(z[i]). */
  static void root(int n, double[] z) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.sqrt(z[i]);
    }
  }
}
