package org.escapement.data;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Eigenvalues of a symmetric matrix, the largest first, and eigenvectors, each of length 1, the
 * first of its largest components in size positive.
 */
public final class Eigenpairs {
  private final EigenDecompositionSymmetric shifted;
  private final double shift;

  private Eigenpairs(EigenDecompositionSymmetric shifted, double shift) {
    this.shifted = shifted;
    this.shift = shift;
  }

  /**
   * Those of a symmetric matrix.
   *
   * <p>To its diagonal the mean of the diagonal is added first, and taken from the eigenvalues in
   * the end: beside it what is zero is small, while without it the iteration for the eigenvalues of
   * a singular matrix may not end. Eigenvalues are right to some 1e-16 of the largest in size
   * either way.
   *
   * @param matrix stays as it is
   */
  public static Eigenpairs of(double[][] matrix) {
    int n = matrix.length;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += matrix[i][i];
    }
    double shift = trace / n;
    Array2DRowRealMatrix copy = new Array2DRowRealMatrix(matrix);
    for (int i = 0; i < n; i++) {
      copy.addToEntry(i, i, shift);
    }
    return new Eigenpairs(new EigenDecompositionSymmetric(copy), shift);
  }

  /** How many there are. */
  public int size() {
    return shifted.getEigenvalues().length;
  }

  /** The k-th largest, from 0; of a semidefinite matrix below zero only by rounding. */
  public double value(int k) {
    return shifted.getEigenvalue(k) - shift;
  }

  /** Its eigenvector. */
  public double[] vector(int k) {
    double[] vector = shifted.getEigenvector(k).toArray();
    double largest = 0;
    for (double component : vector) {
      largest = Math.abs(component) > Math.abs(largest) ? component : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    return Arrays.stream(vector).map(component -> sign * component).toArray();
  }
}
