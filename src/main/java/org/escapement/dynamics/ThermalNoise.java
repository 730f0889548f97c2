package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/** The standard normal numbers of a thermostat, apart from the numbers of the job's noise. */
final class ThermalNoise {
  /** Half of all slots; the job's noise uses those below. */
  private static final int FIRST_SLOT = 1 << 22;

  private final Draws draws;
  private final double[][][] normals;

  ThermalNoise(int dimension, Draws draws, int lanes) {
    this.draws = draws;
    this.normals = new double[2][dimension][lanes];
  }

  void draw(Batch batch) {
    for (int k = 0; k < normals[0].length; k++) {
      draws.normal(
          batch.trajectories(),
          batch.steps(),
          batch.size(),
          FIRST_SLOT + k,
          normals[0][k],
          normals[1][k]);
    }
  }

  /** {@code [k][i]}, valid until the next draw. */
  double[][] normals(int half) {
    return normals[half];
  }
}
