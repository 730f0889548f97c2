package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** Independent normal coordinates, each with its own standard deviation, the same everywhere. */
final class NormalKicks implements Kicks {
  private final Vector deviations;
  private final Draws draws;
  private final int firstSlot;

  /** {@code [k][phase][i]}. */
  private final double[][][] drawn;

  /** The same arrays as {@code [phase][k][i]}. */
  private final double[][][] kicks;

  private NormalKicks(Vector deviations, int lanes, Draws draws, int firstSlot) {
    int dimension = deviations.size();
    this.deviations = deviations;
    this.draws = draws;
    this.firstSlot = firstSlot;
    this.drawn = new double[dimension][Draws.PHASES][lanes];
    this.kicks = new double[Draws.PHASES][dimension][];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      for (int k = 0; k < dimension; k++) {
        kicks[phase][k] = drawn[k][phase];
      }
    }
  }

  /**
   * Normal kicks of the same mean and covariance as a noise's: its own if it is normal.
   *
   * @throws IllegalArgumentException when its covariance is infinite or not known
   */
  static Kicks like(Noise noise, int dimension, int lanes, Draws draws, int firstSlot) {
    return noise.isNormal()
        ? noise.start(dimension, lanes, draws, firstSlot)
        : noise
            .deviations(dimension)
            .map(deviations -> new NormalKicks(deviations, lanes, draws, firstSlot))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a modified equation sees of the noise its covariance, which must be"
                            + " finite, and the same everywhere unless the noise is normal; got "
                            + noise));
  }

  @Override
  public void draw(Batch batch) {
    int n = batch.size();
    for (int k = 0; k < drawn.length; k++) {
      draws.normal(batch.trajectories(), batch.steps(), n, firstSlot + k, drawn[k]);
      for (double[] z : drawn[k]) {
        scale(deviations.at(k), n, z);
      }
    }
  }

  private static void scale(double factor, int n, double[] z) {
    for (int i = 0; i < n; i++) {
      z[i] *= factor;
    }
  }

  @Override
  public double[][] kicks(int phase, double[][] x, int n) {
    return kicks[phase];
  }
}
