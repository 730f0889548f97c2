package org.escapement.theory.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * A function on [0, limit] by Chebyshev interpolation of degree 31 on panels that halve towards 0,
 * for functions that are smooth on the scale of their argument.
 */
public final class DyadicTable {
  private static final int POINTS = 32;

  private final double limit;
  private final double[][] coefficients;

  /**
   * Evaluates f at 32 points of each panel.
   *
   * @param levels how often the interval is halved; the last panel reaches down to 0
   */
  public DyadicTable(DoubleUnaryOperator f, double limit, int levels) {
    this.limit = limit;
    this.coefficients = new double[levels + 1][];
    for (int p = 0; p <= levels; p++) {
      double high = Math.scalb(limit, -p);
      double low = p == levels ? 0 : high / 2;
      coefficients[p] = chebyshev(f, low, high);
    }
  }

  private static double[] chebyshev(DoubleUnaryOperator f, double low, double high) {
    double[] value = new double[POINTS];
    for (int j = 0; j < POINTS; j++) {
      double t = StrictMath.cos(Math.PI * (j + 0.5) / POINTS);
      value[j] = f.applyAsDouble(0.5 * (low + high) + 0.5 * (high - low) * t);
    }
    double[] c = new double[POINTS];
    for (int k = 0; k < POINTS; k++) {
      double sum = 0;
      for (int j = 0; j < POINTS; j++) {
        sum += value[j] * StrictMath.cos(Math.PI * k * (j + 0.5) / POINTS);
      }
      c[k] = (k == 0 ? 1.0 : 2.0) / POINTS * sum;
    }
    return c;
  }

  /** The function at x, 0 <= x <= limit. */
  public double at(double x) {
    int levels = coefficients.length - 1;
    int p = x >= limit ? 0 : Math.min(levels, -1 - Math.getExponent(x / limit));
    double high = Math.scalb(limit, -p);
    double low = p == levels ? 0 : high / 2;
    double t = (2 * x - low - high) / (high - low);
    double[] c = coefficients[p];
    double b = 0;
    double b2 = 0;
    for (int k = POINTS - 1; k > 0; k--) {
      double next = c[k] + 2 * t * b - b2;
      b2 = b;
      b = next;
    }
    return c[0] + t * b - b2;
  }
}
