package org.escapement.measure;

import java.util.Arrays;
import org.escapement.model.Curved;
import org.escapement.model.Separable;

/**
 * The eigenvalues and eigenvectors of the Hessian at each lane: those of a separable function are
 * the axes, others by the cyclic method of Jacobi (Golub, Van Loan 2013, Matrix Computations, 8.5),
 * in which only a square root is not a rational operation.
 */
final class Eigenbasis {
  private static final int MOST_SWEEPS = 50;

  private final Curved objective;
  private final int dimension;

  /** {@code [k][i]}: eigenvalue k of lane i, in no order. */
  private final double[][] value;

  /** {@code [k][l][i]}: coordinate l of eigenvector k of lane i, of length 1. */
  private final double[][][] vector;

  /** Scratch: {@code [k][l][i]}, row k of the Hessian. */
  private final double[][][] hessian;

  Eigenbasis(Curved objective, int lanes) {
    this.objective = objective;
    this.dimension = objective.dimension();
    this.value = new double[dimension][lanes];
    this.vector = new double[dimension][dimension][lanes];
    this.hessian = new double[dimension][dimension][lanes];
    for (int k = 0; k < dimension; k++) {
      Arrays.fill(vector[k][k], 1);
    }
  }

  /** Eigenvalue k of the Hessian at x_i: {@code [i]}. */
  double[] value(int k) {
    return value[k];
  }

  /** Eigenvector k: {@code [l][i]}. */
  double[][] vector(int k) {
    return vector[k];
  }

  /** Finds them at x_i, 0 <= i < n. */
  void at(double[][] x, int n) {
    if (objective instanceof Separable separable) {
      separable.curvature(x, n, value);
      return;
    }
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l < dimension; l++) {
        Arrays.fill(vector[k][l], 0, n, k == l ? 1 : 0);
      }
      objective.hessianTimes(x, vector[k], n, hessian[k]);
    }
    double[][] a = new double[dimension][dimension];
    double[][] v = new double[dimension][dimension];
    for (int i = 0; i < n; i++) {
      diagonalise(i, a, v);
    }
  }

  private void diagonalise(int lane, double[][] a, double[][] v) {
    for (int k = 0; k < dimension; k++) {
      for (int l = 0; l < dimension; l++) {
        a[k][l] = (hessian[k][l][lane] + hessian[l][k][lane]) / 2;
        v[k][l] = k == l ? 1 : 0;
      }
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, v); sweep++) {
      // Each sweep squares what is left off the diagonal.
    }
    for (int k = 0; k < dimension; k++) {
      value[k][lane] = a[k][k];
      for (int l = 0; l < dimension; l++) {
        vector[k][l][lane] = v[k][l];
      }
    }
  }

  /** Annihilates each element off the diagonal once; tells whether any of them mattered. */
  private static boolean sweep(double[][] a, double[][] v) {
    boolean changed = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double size = Math.abs(a[p][p]) + Math.abs(a[q][q]);
        if (size + Math.abs(a[p][q]) != size) {
          rotate(a, v, p, q);
          changed = true;
        }
      }
    }
    return changed;
  }

  /** Rows of v are the eigenvectors. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double half = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(1 + half * half));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = tangent * cosine;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = cosine * kp - sine * kq;
      a[k][q] = sine * kp + cosine * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = cosine * pk - sine * qk;
      a[q][k] = sine * pk + cosine * qk;
      double vp = v[p][k];
      double vq = v[q][k];
      v[p][k] = cosine * vp - sine * vq;
      v[q][k] = sine * vp + cosine * vq;
    }
  }
}
