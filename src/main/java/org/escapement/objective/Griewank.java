package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * f(x) = 1 + |x|^2/4000 - prod_k cos(x_k/sqrt k): a wide bowl with very many shallow wells, fewer
 * of them that matter the more coordinates there are; f = 0 at the origin.
 *
 * <p>Source: A. O. Griewank, Generalized descent for global optimization, Journal of Optimization
 * Theory and Applications 34, 1981.
 */
public record Griewank(
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension)
    implements Curved {
  private static final double BOWL = 1.0 / 4000;

  /** Checks the range. */
  public Griewank {
    Check.in("[1, 65536]", dimension, "dimension");
  }

  private static double frequency(int k) {
    return 1 / Math.sqrt(k + 1.0);
  }

  /** sin = sin(x_k/sqrt(k + 1)), k counted from 0, and cos alike. */
  private static void waves(double[] x, int k, int n, double[] sin, double[] cos) {
    Loops.scale(frequency(k) / (2 * Math.PI), x, n, cos);
    Kernels.best().sinCosTurns(cos, n, sin, cos);
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] sin = new double[n];
    double[] cos = new double[n];
    double[] product = new double[n];
    Loops.fill(1, n, product);
    Loops.fill(1, n, out);
    for (int k = 0; k < dimension; k++) {
      waves(x[k], k, n, sin, cos);
      Loops.product(product, cos, n, product);
      Loops.addSquare(BOWL, x[k], n, out);
    }
    Loops.addScaled(-1, product, n, out);
  }

  /**
   * x_k/2000 + sin_k/sqrt k prod_{l != k} cos_l: the products from both sides, because a cosine may
   * vanish.
   */
  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] sin = new double[n];
    double[] cos = new double[n];
    double[] product = new double[n];
    Loops.fill(1, n, product);
    for (int k = 0; k < dimension; k++) {
      System.arraycopy(product, 0, out[k], 0, n);
      waves(x[k], k, n, sin, cos);
      Loops.product(product, cos, n, product);
    }
    Loops.fill(1, n, product);
    for (int k = dimension - 1; k >= 0; k--) {
      waves(x[k], k, n, sin, cos);
      for (int i = 0; i < n; i++) {
        out[k][i] = 2 * BOWL * x[k][i] + frequency(k) * sin[i] * (out[k][i] * product[i]);
      }
      Loops.product(product, cos, n, product);
    }
  }

  /**
   * v_k/2000 + v_k/k prod_l cos_l - sin_k/sqrt k sum_{l != k} sin_l v_l/sqrt l prod_{m != k, l}
   * cos_m: the last sum is the derivative of prod_{m != k} (cos_m + e sin_m v_m/sqrt m) by e.
   */
  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    double[][] before = new double[dimension][n];
    double[][] beforeSlope = new double[dimension][n];
    Dual product = new Dual(n);
    for (int k = 0; k < dimension; k++) {
      System.arraycopy(product.value, 0, before[k], 0, n);
      System.arraycopy(product.slope, 0, beforeSlope[k], 0, n);
      product.times(x[k], v[k], k, n);
    }
    Dual after = new Dual(n);
    for (int k = dimension - 1; k >= 0; k--) {
      waves(x[k], k, n, after.sin, after.cos);
      double w = frequency(k);
      for (int i = 0; i < n; i++) {
        double straight = 2 * BOWL + w * w * product.value[i];
        double others = before[k][i] * after.slope[i] + beforeSlope[k][i] * after.value[i];
        out[k][i] = straight * v[k][i] - w * after.sin[i] * others;
      }
      after.times(x[k], v[k], k, n);
    }
  }

  /** A product of dual numbers in each lane. */
  private static final class Dual {
    final double[] value;
    final double[] slope;
    final double[] sin;
    final double[] cos;

    /** 1. */
    Dual(int n) {
      value = new double[n];
      slope = new double[n];
      sin = new double[n];
      cos = new double[n];
      Loops.fill(1, n, value);
    }

    void times(double[] x, double[] v, int k, int n) {
      waves(x, k, n, sin, cos);
      double w = frequency(k);
      for (int i = 0; i < n; i++) {
        slope[i] = slope[i] * cos[i] + value[i] * (w * sin[i] * v[i]);
        value[i] *= cos[i];
      }
    }
  }
}
