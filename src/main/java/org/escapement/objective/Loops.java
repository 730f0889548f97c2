package org.escapement.objective;

import java.util.Arrays;

/** Array loops that several objectives share. */
final class Loops {
  private Loops() {}

  /** out[i] = factor x[i]. */
  static void scale(double factor, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * x[i];
    }
  }

  /** out[i] += factor x[i]. */
  static void addScaled(double factor, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * x[i];
    }
  }

  /** out[i] += factor x[i]^2. */
  static void addSquare(double factor, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * (x[i] * x[i]);
    }
  }

  /** out[i] = a[i] b[i]. */
  static void product(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** out[i] += a[i] b[i]. */
  static void addProduct(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }

  /** x[i] = sqrt x[i]. */
  static void root(int n, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] = Math.sqrt(x[i]);
    }
  }

  /** out[i] = value. */
  static void fill(double value, int n, double[] out) {
    Arrays.fill(out, 0, n, value);
  }
}
