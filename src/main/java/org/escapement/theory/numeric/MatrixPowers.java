package org.escapement.theory.numeric;

import java.util.ArrayList;
import java.util.List;

/**
 * M^n v for one square matrix M and many n: the squares M, M^2, M^4, ... are kept, so that 10^7
 * steps cost 24 products.
 */
public final class MatrixPowers {
  private final List<double[][]> squares = new ArrayList<>();

  /** The matrix is taken over. */
  public MatrixPowers(double[][] matrix) {
    squares.add(matrix);
  }

  /** M^n v, n >= 0. */
  public double[] apply(long n, double[] v) {
    double[] result = v;
    int k = 0;
    for (long left = n; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        result = times(square(k), result);
      }
      k++;
    }
    return result;
  }

  /** M^(2^k). */
  private double[][] square(int k) {
    while (squares.size() <= k) {
      double[][] last = squares.get(squares.size() - 1);
      squares.add(times(last, last));
    }
    return squares.get(k);
  }

  private static double[] times(double[][] a, double[] v) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < v.length; j++) {
        product[i] += a[i][j] * v[j];
      }
    }
    return product;
  }

  /** Zeros of the left factor are left out: these matrices are block triangular. */
  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        if (factor != 0) {
          addMultiple(factor, b[k], product[i]);
        }
      }
    }
    return product;
  }

  private static void addMultiple(double factor, double[] from, double[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] += factor * from[j];
    }
  }
}
