package org.escapement.noise;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/** Many kicks of one noise: those of {@code LANES} trajectories one step after the other. */
final class Sample {
  static final int LANES = 256;
  static final RandomKey KEY = new RandomKey(0x5eed, 20260103);

  private Sample() {}

  /**
   * {@code [k][LANES s + i]}: coordinate k at step s of trajectory i.
   *
   * @param steps a multiple of 4
   */
  static double[][] of(Noise noise, int dimension, int steps) {
    return of(noise, dimension, steps, 0, 0, LANES);
  }

  static double[][] of(
      Noise noise, int dimension, int steps, int firstSlot, long firstTrajectory, int lanes) {
    Batch batch = new Batch(lanes, dimension, Vector.zero(dimension));
    for (int i = 0; i < lanes; i++) {
      batch.add(firstTrajectory + i);
    }
    Kicks kicks = noise.start(dimension, lanes, new Draws(KEY, lanes), firstSlot);
    double[][] sample = new double[dimension][lanes * steps];
    for (int step = 0; step < steps; step += Draws.PHASES) {
      kicks.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        for (int k = 0; k < dimension; k++) {
          System.arraycopy(
              kicks.kicks(phase, batch.state(), lanes)[k],
              0,
              sample[k],
              lanes * (step + phase),
              lanes);
        }
      }
      batch.countSteps();
    }
    return sample;
  }
}
