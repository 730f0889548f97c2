package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** One step of a dynamics on the line from given states with given normal numbers. */
final class OneStep {
  private OneStep() {}

  /**
   * {@code [c][i]}: the states after it.
   *
   * @param states {@code [c][i]}: the states before it
   * @param numbers {@code [j][i]}: as in {@link PrescribedNoise}
   */
  static double[][] of(
      Dynamics dynamics,
      Objective objective,
      double[][] states,
      double[][] numbers,
      boolean multiplicative) {
    int lanes = states[0].length;
    double[][][] given = new double[numbers.length][][];
    for (int j = 0; j < numbers.length; j++) {
      given[j] = new double[][] {numbers[j]};
    }
    Batch batch = new Batch(lanes, 1, Vector.zero(states.length));
    for (int i = 0; i < lanes; i++) {
      batch.add(i);
      for (int c = 0; c < states.length; c++) {
        batch.state()[c][i] = states[c][i];
      }
    }
    dynamics
        .start(
            objective,
            new PrescribedNoise(given, multiplicative),
            new Draws(Paths.KEY, lanes),
            lanes)
        .advance(batch, 0);
    return batch.state();
  }

  /** A linear step z <- A z + sum_j b_j (number j), by its columns: A's first, then the b_j. */
  static double[][] columns(Dynamics dynamics, Objective objective, int coordinates, int numbers) {
    int lanes = coordinates + numbers;
    double[][] states = new double[coordinates][lanes];
    double[][] given = new double[numbers][lanes];
    for (int c = 0; c < coordinates; c++) {
      states[c][c] = 1;
    }
    for (int j = 0; j < numbers; j++) {
      given[j][coordinates + j] = 1;
    }
    return of(dynamics, objective, states, given, false);
  }

  /**
   * The second moments of z after so many linear steps from a point.
   *
   * @param columns as {@link #columns} gives them
   * @param deviation of the normal numbers
   */
  static double[][] secondMoments(double[][] columns, double[] start, double deviation, int steps) {
    int d = start.length;
    double[][] m = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        m[a][b] = start[a] * start[b];
      }
    }
    for (int step = 0; step < steps; step++) {
      m = next(columns, m, deviation);
    }
    return m;
  }

  private static double[][] next(double[][] columns, double[][] m, double deviation) {
    int d = m.length;
    double[][] next = new double[d][d];
    for (int a = 0; a < d; a++) {
      for (int b = 0; b < d; b++) {
        for (int j = d; j < columns[0].length; j++) {
          next[a][b] += deviation * deviation * columns[a][j] * columns[b][j];
        }
        for (int k = 0; k < d; k++) {
          for (int l = 0; l < d; l++) {
            next[a][b] += columns[a][k] * m[k][l] * columns[b][l];
          }
        }
      }
    }
    return next;
  }
}
