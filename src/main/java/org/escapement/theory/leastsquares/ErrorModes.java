package org.escapement.theory.leastsquares;

import java.util.Optional;
import org.escapement.measure.Eigensystem;
import org.escapement.measure.Frame;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Objective;

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

  /** The same modes where w is seen in other coordinates. */
  ErrorModes in(Frame frame, Objective objective) {
    double[] from = solution.clone();
    frame.centre(objective).ifPresent(centre -> Vectors.add(-1, centre.toArray(), from));
    if (!frame.isEigenbasis()) {
      return new ErrorModes(curvature, axes, from, leastLoss, start);
    }
    Eigensystem basis = Eigensystem.of((ConstantHessian) objective);
    double[][] turned = new double[size()][];
    for (int a = 0; a < turned.length; a++) {
      double[] unit = new double[size()];
      unit[a] = 1;
      turned[a] = along(basis, inCoordinates(unit));
    }
    return new ErrorModes(curvature, Optional.of(turned), along(basis, from), leastLoss, start);
  }

  private static double[] along(Eigensystem basis, double[] vector) {
    double[] sums = new double[vector.length];
    for (int b = 0; b < vector.length; b++) {
      for (int k = 0; k < vector.length; k++) {
        sums[b] += basis.component(b, k) * vector[k];
      }
    }
    return sums;
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

  /** A matrix of modes in the coordinates of w, {@code [k][l]}. */
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
