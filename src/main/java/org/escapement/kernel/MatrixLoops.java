package org.escapement.kernel;

/**
 * Products of matrices, added to what stands in a third; the same bits from each implementation. A
 * working copy: born on one thread. Every number of the result is one sum of products, added by fma
 * one after the other, so that neither blocks nor vectors matter.
 *
 * <p>Row i of A is {@code a[row[i]]} and what follows. Row k of B is {@code b[k * columns]} to
 * {@code b[(k + 1) * columns - 1]}, and so are the rows of C; columns is a multiple of {@link
 * #MULTIPLE}. Where a number of rows is no multiple of it, arrays have room for as many more; what
 * is written there means nothing.
 */
public interface MatrixLoops {
  /** So many numbers at a time. */
  int MULTIPLE = 8;

  /** The next multiple. */
  static int padded(int n) {
    return (n + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }

  /**
   * C = C + A B: adds {@code A[i][k] B[k][j]} to {@code c[i * columns + j]} for k = 0, 1, ..., 0 <=
   * i < rows, 0 <= k < inner.
   *
   * @param row with entries for rows rounded up to the multiple, all of them rows of A
   */
  void addProduct(double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c);

  /**
   * C = C + A'B: adds {@code A[i][k] B[i][j]} to {@code c[k * columns + j]} for i = 0, 1, ..., 0 <=
   * i < rows, 0 <= k < inner. Rows of A are as long as inner rounded up to the multiple.
   */
  void addTransposedProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c);
}
