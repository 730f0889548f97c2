package org.escapement.kernel;

/** The products of matrices one number at a time. */
final class ScalarMatrixLoops implements MatrixLoops {

  @Override
  public void addProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < inner; k++) {
        addRow(a[row[i] + k], b, k * columns, columns, c, i * columns);
      }
    }
  }

  @Override
  public void addTransposedProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < inner; k++) {
        addRow(a[row[i] + k], b, i * columns, columns, c, k * columns);
      }
    }
  }

  private static void addRow(double factor, double[] b, int from, int n, double[] c, int to) {
    for (int j = 0; j < n; j++) {
      c[to + j] = Math.fma(factor, b[from + j], c[to + j]);
    }
  }
}
