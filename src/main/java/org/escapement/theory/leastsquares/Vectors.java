package org.escapement.theory.leastsquares;

/** Loops over arrays of one length. */
final class Vectors {
  private Vectors() {}

  /** The sum of x_i y_i over the length of x. */
  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  /** to_i += factor x_i over the length of x. */
  static void add(double factor, double[] x, double[] to) {
    for (int i = 0; i < x.length; i++) {
      to[i] += factor * x[i];
    }
  }

  /** to_i += (a w_i + b x_i) + (c y_i + d z_i), i < n. */
  static void addFour(
      double[] factors, double[] w, double[] x, double[] y, double[] z, int n, double[] to) {
    double a = factors[0];
    double b = factors[1];
    double c = factors[2];
    double d = factors[3];
    for (int i = 0; i < n; i++) {
      to[i] += (a * w[i] + b * x[i]) + (c * y[i] + d * z[i]);
    }
  }
}
