package org.escapement.data;

/**
 * Gram and Schmidt's orthonormal vectors, each a positive multiple of what the earlier ones leave
 * of it. Every vector is made orthogonal twice, which is enough (L. Giraud, J. Langou, M.
 * Rozloznik, Comput. Math. Appl. 50, 1069, 2005).
 */
final class Orthonormal {
  private Orthonormal() {}

  /** Replaces {@code v[k]}, k = 0, 1, ..., of the same length and linearly independent. */
  static void make(double[][] v) {
    for (int k = 0; k < v.length; k++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < k; j++) {
          add(-dot(v[j], v[k]), v[j], v[k]);
        }
        double length = Math.sqrt(dot(v[k], v[k]));
        for (int i = 0; i < v[k].length; i++) {
          v[k][i] /= length;
        }
      }
    }
  }

  /** In four sums, because one must wait for itself. */
  private static double dot(double[] a, double[] b) {
    int whole = a.length & -4;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < whole; i += 4) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
    }
    double rest = 0;
    for (int i = whole; i < a.length; i++) {
      rest += a[i] * b[i];
    }
    return s0 + s1 + (s2 + s3) + rest;
  }

  private static void add(double factor, double[] a, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * a[i];
    }
  }
}
