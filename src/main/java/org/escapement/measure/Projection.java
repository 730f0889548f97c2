package org.escapement.measure;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Objective;
import org.escapement.model.Vector;

/** Sees whole states in the coordinates of a frame. */
final class Projection {
  private final int dimension;
  private final Optional<Vector> centre;

  /** {@code [a][k]}: component k of axis a; empty where axes are the coordinates. */
  private final Optional<double[][]> axes;

  /** Scratch, {@code [k][i]}: the position counted from the centre. */
  private final double[][] error;

  private final double[][] seen;

  /**
   * @param blocks of the state that are looked at: 1 for the position, 2 with the velocity
   */
  Projection(Frame frame, Objective objective, int blocks, int lanes) {
    this.dimension = objective.dimension();
    this.centre = frame.centre(objective);
    this.axes = frame.isEigenbasis() ? Optional.of(axes(objective)) : Optional.empty();
    this.error = new double[centre.isPresent() ? dimension : 0][lanes];
    this.seen = new double[axes.isPresent() ? blocks * dimension : 0][lanes];
  }

  private static double[][] axes(Objective objective) {
    Eigensystem system = Eigensystem.of((ConstantHessian) objective);
    double[][] axes = new double[system.size()][system.size()];
    for (int a = 0; a < axes.length; a++) {
      int axis = a;
      Arrays.setAll(axes[a], k -> system.component(axis, k));
    }
    return axes;
  }

  /** The state as it is seen, {@code [k][i]}, until the next call. */
  double[][] of(double[][] state, int n) {
    double[][] from = centre.isPresent() ? moved(state, n) : state;
    if (axes.isEmpty()) {
      return from;
    }
    for (int j = 0; j < seen.length; j++) {
      int block = j / dimension * dimension;
      along(axes.get()[j - block], from, block, n, seen[j]);
    }
    return seen;
  }

  private double[][] moved(double[][] state, int n) {
    double[][] moved = state.clone();
    for (int k = 0; k < dimension; k++) {
      subtract(state[k], centre.get().at(k), n, error[k]);
      moved[k] = error[k];
    }
    return moved;
  }

  private static void subtract(double[] x, double centre, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] - centre;
    }
  }

  /** Four coordinates at a time, so that the sum is not read and written for each. */
  private static void along(double[] axis, double[][] x, int block, int n, double[] out) {
    Arrays.fill(out, 0, n, 0);
    int k = 0;
    for (; k + 3 < axis.length; k += 4) {
      if (axis[k] != 0 || axis[k + 1] != 0 || axis[k + 2] != 0 || axis[k + 3] != 0) {
        int from = block + k;
        addFour(axis, k, x[from], x[from + 1], x[from + 2], x[from + 3], n, out);
      }
    }
    for (; k < axis.length; k++) {
      if (axis[k] != 0) {
        add(axis[k], x[block + k], n, out);
      }
    }
  }

  private static void addFour(
      double[] axis, int k, double[] p, double[] q, double[] r, double[] s, int n, double[] out) {
    double a = axis[k];
    double b = axis[k + 1];
    double c = axis[k + 2];
    double d = axis[k + 3];
    for (int i = 0; i < n; i++) {
      out[i] += (a * p[i] + b * q[i]) + (c * r[i] + d * s[i]);
    }
  }

  private static void add(double a, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += a * x[i];
    }
  }
}
