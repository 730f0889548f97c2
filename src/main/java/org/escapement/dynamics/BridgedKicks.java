package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.random.Draws;

/**
 * The increments of a Brownian motion over the m equal parts of each step, whose sum is the normal
 * kick that an optimiser feels in that step.
 *
 * <p>With independent kicks z_0, the optimiser's own, to z_{m-1}, the increment of part j is sum_i
 * c_ji z_i. The matrix c is orthogonal but for the factor 1/sqrt(m), and c_j0 = 1/m for every j:
 * Helmert's matrix.
 */
final class BridgedKicks {
  /** Half of all slots; the job's noise uses those below. */
  private static final int FIRST_SLOT = 1 << 22;

  private final Kicks[] kicks;

  /** {@code [j][i]}. */
  private final double[][] weights;

  /**
   * @param noise whose covariance the kicks have
   * @param parts m, at least 1
   */
  BridgedKicks(Noise noise, int dimension, int parts, Draws draws, int lanes) {
    int slots = Math.max(dimension, noise.slots(dimension));
    this.kicks = new Kicks[parts];
    this.weights = new double[parts][parts];
    for (int i = 0; i < parts; i++) {
      int slot = i == 0 ? 0 : FIRST_SLOT + (i - 1) * slots;
      kicks[i] = NormalKicks.like(noise, dimension, lanes, draws, slot);
      for (int j = 0; j < parts; j++) {
        weights[j][i] = weight(i, j, parts);
      }
    }
  }

  /** Row i of Helmert's matrix over sqrt(parts): i equal numbers, one that makes them vanish. */
  private static double weight(int i, int j, int parts) {
    if (i == 0) {
      return 1.0 / parts;
    }
    double norm = Math.sqrt((double) i * (i + 1) * parts);
    return j < i ? 1 / norm : j == i ? -i / norm : 0;
  }

  void draw(Batch batch) {
    for (Kicks each : kicks) {
      each.draw(batch);
    }
  }

  /** {@code out[k][i]}: the increment over a part of the step, of kicks felt at x_i. */
  void increment(int phase, int part, double[][] x, int n, double[][] out) {
    for (double[] coordinate : out) {
      java.util.Arrays.fill(coordinate, 0, n, 0.0);
    }
    for (int i = 0; i < kicks.length; i++) {
      if (weights[part][i] != 0) {
        double[][] kick = kicks[i].kicks(phase, x, n);
        for (int k = 0; k < out.length; k++) {
          add(n, weights[part][i], kick[k], out[k]);
        }
      }
    }
  }

  private static void add(int n, double weight, double[] kick, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += weight * kick[i];
    }
  }
}
