package org.escapement.rare;

import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.chain.NextExit;

/**
 * A positive function on an interval by polynomials of degree 5 on many short pieces, to a relative
 * error of 1e-10; outside the function itself.
 */
final class HazardTable {
  private static final int DEGREE = 5;
  private static final int FEWEST = 256;
  private static final int MOST = 1 << 17;
  private static final double ACCURACY = 1e-10;

  private final DoubleUnaryOperator function;
  private final double low;
  private final double high;
  private final double perLength;

  /** {@code [6 p + k]}: factor of t^k on piece p, 0 <= t <= 1. */
  private final double[] factor;

  private HazardTable(NextExit next, int pieces) {
    this.function = next.probability();
    this.low = next.low();
    this.high = next.high();
    this.perLength = pieces / (high - low);
    this.factor = new double[pieces * (DEGREE + 1)];
    double[] value = new double[DEGREE + 1];
    for (int p = 0; p < pieces; p++) {
      for (int j = 0; j <= DEGREE; j++) {
        value[j] = function.applyAsDouble(low + (p + node(j)) / perLength);
      }
      monomials(value, p * (DEGREE + 1));
    }
  }

  /** The coarsest table that is exact enough at the points between its nodes. */
  static HazardTable of(NextExit next) {
    int pieces = FEWEST;
    HazardTable table = new HazardTable(next, pieces);
    while (pieces < MOST && !table.isExact()) {
      pieces *= 2;
      table = new HazardTable(next, pieces);
    }
    return table;
  }

  /** Chebyshev's nodes on (0, 1). */
  private static double node(int j) {
    return 0.5 - 0.5 * StrictMath.cos(Math.PI * (j + 0.5) / (DEGREE + 1));
  }

  /** Newton's divided differences, multiplied out. */
  private void monomials(double[] value, int at) {
    double[] newton = value.clone();
    for (int k = 1; k <= DEGREE; k++) {
      for (int j = DEGREE; j >= k; j--) {
        newton[j] = (newton[j] - newton[j - 1]) / (node(j) - node(j - k));
      }
    }
    for (int j = DEGREE; j >= 0; j--) {
      for (int k = DEGREE; k > 0; k--) {
        factor[at + k] = factor[at + k - 1] - node(j) * factor[at + k];
      }
      factor[at] = newton[j] - node(j) * factor[at];
    }
  }

  private boolean isExact() {
    int points = 4 * factor.length;
    double[] x = new double[1];
    double[] out = new double[1];
    for (int j = 0; j < points; j++) {
      x[0] = low + (high - low) * (j + 0.5) / points;
      values(x, 1, out);
      double exact = function.applyAsDouble(x[0]);
      if (!(Math.abs(out[0] - exact) <= ACCURACY * exact)) {
        return false;
      }
    }
    return true;
  }

  /** {@code out[i]}: the function at x_i, for 0 <= i < n. */
  void values(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double place = (x[i] - low) * perLength;
      int at = (int) place * (DEGREE + 1);
      out[i] = place >= 0 && x[i] < high ? polynomial(at, place - (int) place) : beyond(x[i]);
    }
  }

  private double polynomial(int at, double t) {
    double[] c = factor;
    return ((((c[at + 5] * t + c[at + 4]) * t + c[at + 3]) * t + c[at + 2]) * t + c[at + 1]) * t
        + c[at];
  }

  /** Lanes that have ended hold anything. */
  private double beyond(double x) {
    double value = function.applyAsDouble(x);
    return value >= 0 ? value : 0;
  }
}
