package org.escapement.measure;

import java.util.Arrays;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;

/**
 * Finds the largest eigenvalue, with its sign, of a symmetric matrix of which only products with
 * vectors are known: asks for one product after the other.
 *
 * <p>The method of Lanczos; every new direction is made orthogonal to all before it, twice, so that
 * the residual |H y - theta y| of the eigenvalue theta of the projected matrix is beta |s|, what is
 * left of the last product times the last component of its eigenvector (B. Parlett, The Symmetric
 * Eigenvalue Problem, 1998, section 13.2). An eigenvalue of H is at least that near to theta, which
 * never exceeds the largest.
 */
final class Lanczos {
  /** Beside the norm of the matrix, what rounding leaves of a product. */
  private static final double ROUNDING = 1e-12;

  private final int dimension;
  private final double tolerance;
  private final double[] first;
  private final int stride;
  private final double[] directions;
  private final RowLoops loops;
  private final int[] all;
  private final double[] along;
  private final double[] rest;
  private final Tridiagonal projected;

  /** The length of what was left of the last product. */
  private double remainder;

  private boolean isDone;
  private double value;

  /**
   * @param first the first direction, of length 1; kept
   * @param most products
   * @param tolerance of the residual, to the size of the eigenvalue
   */
  Lanczos(double[] first, int most, double tolerance) {
    this.dimension = first.length;
    this.first = first;
    this.tolerance = tolerance;
    this.stride = (dimension + RowLoops.MULTIPLE - 1) / RowLoops.MULTIPLE * RowLoops.MULTIPLE;
    this.directions = new double[Math.multiplyExact(most, stride)];
    this.loops = Kernels.best().rows(directions, 0, stride);
    this.all = new int[most];
    Arrays.setAll(all, j -> j);
    this.along = new double[most];
    this.rest = new double[stride];
    this.projected = new Tridiagonal(most);
  }

  /** Begins with another matrix. */
  void start() {
    projected.clear();
    System.arraycopy(first, 0, directions, 0, dimension);
    isDone = false;
    value = Double.NaN;
  }

  /** Whether it needs no more products. */
  boolean isDone() {
    return isDone;
  }

  /** The eigenvalue; NaN where it was not found with so many products. */
  double value() {
    return value;
  }

  /** Writes the vector whose product is wanted next to {@code v[k][lane]}; zero when done. */
  void ask(double[][] v, int lane) {
    int from = projected.size() * stride;
    for (int k = 0; k < dimension; k++) {
      v[k][lane] = isDone ? 0 : directions[from + k];
    }
  }

  /** Takes the product, {@code product[k][lane]}. */
  void take(double[][] product, int lane) {
    if (!isDone) {
      for (int k = 0; k < dimension; k++) {
        rest[k] = product[k][lane];
      }
      int known = projected.size() + 1;
      projected.add(remainder, subtract(known) + subtract(known));
      remainder = length(rest);
      conclude();
    }
  }

  /** Takes away what lies along the known directions; tells how much along the last of them. */
  private double subtract(int known) {
    loops.project(all, 0, known, rest, along);
    for (int j = 0; j < known; j++) {
      along[j] = -along[j];
    }
    loops.add(all, 0, known, along, rest);
    return -along[known - 1];
  }

  private static double length(double[] vector) {
    double square = 0;
    for (double component : vector) {
      square += component * component;
    }
    return Math.sqrt(square);
  }

  private void conclude() {
    double theta = projected.largest();
    double residual = remainder * projected.lastComponent();
    if (residual <= Math.max(tolerance * Math.abs(theta), ROUNDING * projected.bound())) {
      value = theta;
      isDone = true;
    } else if (projected.size() == all.length || !Double.isFinite(residual)) {
      isDone = true;
    } else {
      int from = projected.size() * stride;
      for (int k = 0; k < dimension; k++) {
        directions[from + k] = rest[k] / remainder;
      }
    }
  }
}
