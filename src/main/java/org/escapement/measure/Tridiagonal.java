package org.escapement.measure;

/**
 * A symmetric tridiagonal matrix that grows by a row and a column at a time, and the largest of its
 * eigenvalues. Its elements beside the diagonal are positive.
 */
final class Tridiagonal {
  /** Of the last bracket of the eigenvalue, to the size of the matrix: some units of rounding. */
  private static final double RESOLVED = 0x1.0p-51;

  private final double[] diagonal;

  /** Element j stands between rows j and j + 1. */
  private final double[] beside;

  private int size;
  private double bound;
  private double largest;

  Tridiagonal(int most) {
    diagonal = new double[most];
    beside = new double[most];
  }

  void clear() {
    size = 0;
    bound = 0;
  }

  int size() {
    return size;
  }

  /**
   * Adds a row.
   *
   * @param before the element between the last row and this one; unused in the first row
   */
  void add(double before, double element) {
    diagonal[size] = element;
    if (size > 0) {
      beside[size - 1] = before;
    }
    size++;
    bound = 0;
    for (int j = 0; j < size; j++) {
      bound = Math.max(bound, left(j) + Math.abs(diagonal[j]) + right(j));
    }
    largest = bisect();
  }

  private double left(int j) {
    return j > 0 ? beside[j - 1] : 0;
  }

  private double right(int j) {
    return j + 1 < size ? beside[j] : 0;
  }

  /** A bound of all eigenvalues in size, at most three times the largest (Gershgorin). */
  double bound() {
    return bound;
  }

  /** The largest eigenvalue, not in size but with its sign, up to rounding: never below it. */
  double largest() {
    return largest;
  }

  private double bisect() {
    double low = -bound;
    double high = bound;
    while (high - low > RESOLVED * bound) {
      double middle = 0.5 * (low + high);
      if (isAbove(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Whether all eigenvalues are below a number: all pivots of the difference are positive. */
  private boolean isAbove(double x) {
    double pivot = 1;
    for (int j = 0; j < size; j++) {
      double l = left(j);
      pivot = x - diagonal[j] - (j > 0 ? l * l / pivot : 0);
      if (!(pivot > 0)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The last component of the eigenvector of the largest eigenvalue, which has length 1: from it
   * upwards, where the others grow while the eigenvalue converges. They are all positive.
   */
  double lastComponent() {
    double below = 0;
    double component = 1;
    double squares = 1;
    for (int j = size - 1; j > 0; j--) {
      double above = ((largest - diagonal[j]) * component - right(j) * below) / beside[j - 1];
      below = component;
      component = above;
      squares += above * above;
    }
    return 1 / Math.sqrt(squares);
  }
}
