package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/** The standard normal numbers of a thermostat, apart from the numbers of the job's noise. */
final class ThermalNoise {
  /** Half of all slots; the job's noise uses those below. */
  private static final int FIRST_SLOT = 1 << 22;

  private final Draws draws;

  /** {@code [k][phase][i]}. */
  private final double[][][] drawn;

  /** The same arrays as {@code [phase][k][i]}. */
  private final double[][][] normals;

  ThermalNoise(int dimension, Draws draws, int lanes) {
    this.draws = draws;
    this.drawn = new double[dimension][Draws.PHASES][lanes];
    this.normals = new double[Draws.PHASES][dimension][];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      for (int k = 0; k < dimension; k++) {
        normals[phase][k] = drawn[k][phase];
      }
    }
  }

  void draw(Batch batch) {
    for (int k = 0; k < drawn.length; k++) {
      draws.normal(batch.trajectories(), batch.steps(), batch.size(), FIRST_SLOT + k, drawn[k]);
    }
  }

  /** {@code [k][i]}, valid until the next draw. */
  double[][] normals(int phase) {
    return normals[phase];
  }
}
