package org.escapement.objective;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * The data of phase retrieval: rows a_i ~ N(0, I), a solution w ~ N(0, I/d), and y_i = (a_i.w)^2.
 *
 * <p>Addressed random numbers, so the same on every machine: number 4s + p of a row is the normal
 * number of slot s and phase p, of trajectory 0 for the solution and of trajectory 1 + i for row i.
 * More coordinates or samples leave those that are there.
 */
final class PhaseData {
  /** Data sets that are kept in memory before all of them are forgotten. */
  private static final int KEPT = 256;

  private static final Map<Address, PhaseData> MADE = new ConcurrentHashMap<>();

  /** {@code [k][i]}: coordinate k of row i. */
  private final double[][] row;

  /** {@code [i]}: y_i. */
  private final double[] target;

  private final double[] solution;

  private record Address(int dimension, int samples, int instance) {}

  private PhaseData(Address address) {
    double[][] normal = normals(address);
    double perRoot = Math.sqrt(1.0 / address.dimension());
    row = new double[address.dimension()][address.samples()];
    solution = new double[address.dimension()];
    target = new double[address.samples()];
    for (int k = 0; k < row.length; k++) {
      solution[k] = perRoot * normal[k][0];
      System.arraycopy(normal[k], 1, row[k], 0, target.length);
      Loops.addScaled(solution[k], row[k], target.length, target);
    }
    for (int i = 0; i < target.length; i++) {
      target[i] *= target[i];
    }
  }

  /** {@code [k][i]}: coordinate k of the solution for i = 0, then of row i - 1. */
  private static double[][] normals(Address address) {
    int n = address.samples() + 1;
    int blocks = (address.dimension() + Draws.PHASES - 1) / Draws.PHASES;
    Draws draws = new Draws(RandomKey.of(address.instance(), "phase-retrieval"), n);
    long[] rows = new long[n];
    for (int i = 0; i < n; i++) {
      rows[i] = i;
    }
    double[][] normal = new double[blocks * Draws.PHASES][];
    for (int block = 0; block < blocks; block++) {
      double[][] out = new double[Draws.PHASES][n];
      draws.normal(rows, new long[n], n, block, out);
      System.arraycopy(out, 0, normal, block * Draws.PHASES, Draws.PHASES);
    }
    return normal;
  }

  /** Those of an instance: made once, then found again. */
  static PhaseData of(int dimension, int samples, int instance) {
    if (MADE.size() > KEPT) {
      MADE.clear();
    }
    return MADE.computeIfAbsent(new Address(dimension, samples, instance), PhaseData::new);
  }

  int dimension() {
    return row.length;
  }

  int samples() {
    return target.length;
  }

  /** {@code [i]}: coordinate k of all rows. Nobody may write to it. */
  double[] column(int k) {
    return row[k];
  }

  /** {@code [i]}: y_i. Nobody may write to it. */
  double[] targets() {
    return target;
  }

  Vector solution() {
    return Vector.of(solution);
  }

  /** {@code out[i] = a.x_i} for the row of a sample. */
  void project(int sample, double[][] x, int n, double[] out) {
    Loops.scale(row[0][sample], x[0], n, out);
    for (int k = 1; k < row.length; k++) {
      Loops.addScaled(row[k][sample], x[k], n, out);
    }
  }

  /** {@code out[k][i] += factor[i] a_k} for the row of a sample. */
  void addRow(int sample, double[] factor, int n, double[][] out) {
    for (int k = 0; k < row.length; k++) {
      Loops.addScaled(row[k][sample], factor, n, out[k]);
    }
  }
}
