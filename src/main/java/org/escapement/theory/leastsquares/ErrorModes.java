package org.escapement.theory.leastsquares;

import java.util.Optional;

/**
 * The error w - s of a least squares problem along eigenvectors of its Hessian: those that
 * gradients can move. Here s is the minimiser that descent from the start can reach, which has the
 * start's components along all other directions.
 *
 * @param curvature {@code [a]}: eigenvalues lambda_a, positive
 * @param axes {@code [a][k]}: component k of eigenvector a; empty where they are the coordinates
 * @param solution {@code [k]}: s
 * @param leastLoss f(s)
 * @param start {@code [a]}: the error at the start
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ErrorModes(
    double[] curvature,
    Optional<double[][]> axes,
    double[] solution,
    double leastLoss,
    double[] start) {

  /** Modes. */
  int size() {
    return curvature.length;
  }

  /** A vector of modes in the coordinates of w, {@code [k]}. */
  double[] inCoordinates(double[] ofModes) {
    if (axes.isEmpty()) {
      return ofModes;
    }
    double[] sum = new double[solution.length];
    for (int a = 0; a < ofModes.length; a++) {
      Vectors.add(ofModes[a], axes.get()[a], sum);
    }
    return sum;
  }

  /** A symmetric matrix of modes in the coordinates of w, {@code [k][l]}. */
  double[][] inCoordinates(double[][] ofModes) {
    if (axes.isEmpty()) {
      return ofModes;
    }
    double[][] half = new double[size()][];
    for (int a = 0; a < half.length; a++) {
      half[a] = inCoordinates(ofModes[a]);
    }
    int d = solution.length;
    double[][] full = new double[d][d];
    for (int a = 0; a < half.length; a++) {
      for (int k = 0; k < d; k++) {
        Vectors.add(axes.get()[a][k], half[a], full[k]);
      }
    }
    return full;
  }
}
