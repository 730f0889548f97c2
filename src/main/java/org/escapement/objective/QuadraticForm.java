package org.escapement.objective;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;

/**
 * Least squares over all rows as the quadratic that it is, L(w) = c + (w - u).g + (w - u)'H(w -
 * u)/2 with H = X'X/N: d^2 operations instead of N d. Immutable.
 *
 * <p>u is the solution where the rows were made from one, so that nothing cancels however small the
 * loss becomes; else the origin.
 */
final class QuadraticForm {
  /** Operations that H may cost: some seconds. */
  private static final double MOST_WORK = 1e10;

  private static final Map<DataSet, QuadraticForm> MADE = new ConcurrentHashMap<>();

  private final int dimension;
  private final int stride;

  /** {@code [k * stride + l]}. */
  private final double[] hessian;

  private final double[] centre;
  private final double[] gradient;
  private final double constant;
  private final boolean isPlanted;

  private QuadraticForm(Rows rows) {
    RowSum sum = new RowSum(rows, new SquaredError());
    double[][] u = new double[rows.dimension()][1];
    rows.solution().ifPresent(w -> Arrays.setAll(u, k -> new double[] {w.at(k)}));
    double[][] g = new double[rows.dimension()][1];
    double[] value = new double[1];
    sum.gradient(u, 1, g);
    sum.value(u, 1, value);
    this.dimension = rows.dimension();
    this.stride = rows.stride();
    this.hessian = hessian(rows);
    this.centre = Arrays.stream(u).mapToDouble(row -> row[0]).toArray();
    this.gradient = Arrays.stream(g).mapToDouble(row -> row[0]).toArray();
    this.constant = value[0];
    this.isPlanted = rows.solution().isPresent();
  }

  private static double[] hessian(Rows rows) {
    int n = rows.count();
    RowLoops loops = Kernels.best().rows(rows.values(), Rows.FIRST, rows.stride());
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    double[] column = new double[n];
    double[] sum = new double[rows.stride()];
    double[] hessian = new double[rows.dimension() * rows.stride()];
    for (int k = 0; k < rows.dimension(); k++) {
      for (int i = 0; i < n; i++) {
        column[i] = rows.at(i, k) / n;
      }
      loops.combine(all, 0, n, column, sum);
      System.arraycopy(sum, 0, hessian, k * rows.stride(), rows.stride());
    }
    return hessian;
  }

  /** That of a data set, when it is shorter than the sum over rows and not too dear to make. */
  static Optional<QuadraticForm> of(DataSet data) {
    Rows rows = Loaded.rows(data);
    double work = (double) rows.count() * rows.dimension() * rows.dimension();
    return rows.count() > rows.dimension() && work <= MOST_WORK
        ? Optional.of(MADE.computeIfAbsent(data, unknown -> new QuadraticForm(rows)))
        : Optional.empty();
  }

  int dimension() {
    return dimension;
  }

  int stride() {
    return stride;
  }

  /** H, row after row. */
  double[] hessian() {
    return hessian;
  }

  double centre(int k) {
    return centre[k];
  }

  /** Coordinate k of the gradient at the centre. */
  double gradient(int k) {
    return gradient[k];
  }

  /** The value at the centre. */
  double constant() {
    return constant;
  }

  /** Below it digits cancel, and the sum over rows is to be used. */
  double smallest() {
    return isPlanted ? 0 : 1e-6 * constant;
  }
}
