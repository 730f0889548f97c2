package org.escapement.theory.numeric;

import java.util.Arrays;

/** Polynomials in one variable, as arrays of their coefficients, lowest power first. */
public final class Polynomials {
  private Polynomials() {}

  public static double[] product(double[] p, double[] q) {
    double[] product = new double[p.length + q.length - 1];
    for (int i = 0; i < p.length; i++) {
      for (int j = 0; j < q.length; j++) {
        product[i + j] += p[i] * q[j];
      }
    }
    return trimmed(product);
  }

  /** p + factor q. */
  public static double[] sum(double[] p, double[] q, double factor) {
    double[] sum = Arrays.copyOf(p, Math.max(p.length, q.length));
    for (int i = 0; i < q.length; i++) {
      sum[i] += factor * q[i];
    }
    return trimmed(sum);
  }

  /** Without leading coefficients that are zero, but with one coefficient at least. */
  private static double[] trimmed(double[] p) {
    int length = p.length;
    while (length > 1 && p[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(p, length);
  }

  /** n over k, for small n. */
  public static double binomial(int n, int k) {
    double result = 1;
    for (int j = 1; j <= k; j++) {
      result = result * (n - k + j) / j;
    }
    return result;
  }
}
