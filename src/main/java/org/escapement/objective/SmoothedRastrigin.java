package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.model.Separable;

/**
 * f(x) = sum_k x_k^2 + s + A (1 - q cos 2 pi x_k): Rastrigin's function smoothed. Smoothing adds s
 * = delta^2 E u_1^2 and multiplies the waves by q = E cos(2 pi delta u_1), which in a ball also
 * takes negative values.
 *
 * @param amplitude A
 * @param factor q
 * @param shift s
 */
record SmoothedRastrigin(int dimension, double amplitude, double factor, double shift)
    implements Separable {

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] sin = new double[n];
    double[] cos = new double[n];
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, cos);
      addValue(x[k], cos, n, out);
    }
  }

  private void addValue(double[] x, double[] cos, int n, double[] out) {
    double a = amplitude;
    double q = factor;
    double s = shift;
    for (int i = 0; i < n; i++) {
      out[i] += x[i] * x[i] + s + a * (1 - q * cos[i]);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] cos = new double[n];
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, out[k], cos);
      slope(2 * Math.PI * amplitude * factor, x[k], n, out[k]);
    }
  }

  /** Turns the sine in {@code out} into the slope. */
  private static void slope(double a, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = 2 * x[i] + a * out[i];
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    double[] sin = new double[n];
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, out[k]);
      bend(4 * Math.PI * Math.PI * amplitude * factor, n, out[k]);
    }
  }

  /** Turns the cosine in {@code out} into the curvature. */
  private static void bend(double a, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = 2 + a * out[i];
    }
  }
}
