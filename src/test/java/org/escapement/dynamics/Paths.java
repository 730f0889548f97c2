package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/** Trajectories under a dynamics, and the random numbers that drive them. */
final class Paths {
  static final RandomKey KEY = new RandomKey(0x5eed, 20260104);
  private static final int FIRST_THERMAL_SLOT = 1 << 22;

  private Paths() {}

  /**
   * {@code [step][j]}: coordinate j of the state, momentum included, of one trajectory after 0, 1,
   * ..., steps steps.
   */
  static double[][] of(
      Dynamics dynamics, Objective objective, Noise noise, Vector start, int steps, long number) {
    Batch batch = batch(dynamics, objective, start, 1);
    batch.add(number);
    Stepper stepper = dynamics.start(objective, noise, new Draws(KEY, 1), 1);
    double[][] path = new double[steps + 1][];
    path[0] = lane(batch, 0);
    for (int step = 0; step < steps; step++) {
      int phase = step % Draws.PHASES;
      if (phase == 0) {
        stepper.draw(batch);
      }
      stepper.advance(batch, phase);
      path[step + 1] = lane(batch, 0);
      if (phase == Draws.PHASES - 1) {
        batch.countSteps();
      }
    }
    return path;
  }

  static Batch batch(Dynamics dynamics, Objective objective, Vector start, int lanes) {
    int dimension = objective.dimension();
    return new Batch(lanes, dimension, dynamics.startState(start));
  }

  /** The whole state of one lane. */
  static double[] lane(Batch batch, int lane) {
    double[] state = new double[batch.state().length];
    for (int j = 0; j < state.length; j++) {
      state[j] = batch.state()[j][lane];
    }
    return state;
  }

  /** {@code [step]}: the kicks of one trajectory on the line. */
  static double[] kicks(Noise noise, int steps, long number) {
    Batch batch = new Batch(1, 1, Vector.of(0));
    batch.add(number);
    Kicks kicks = noise.start(1, 1, new Draws(KEY, 1), 0);
    double[] path = new double[steps];
    for (int step = 0; step < steps; step++) {
      int phase = step % Draws.PHASES;
      if (phase == 0) {
        kicks.draw(batch);
      }
      path[step] = kicks.kicks(phase, batch.state(), 1)[0][0];
      if (phase == Draws.PHASES - 1) {
        batch.countSteps();
      }
    }
    return path;
  }

  /** {@code [step]}: the thermostat's normal numbers of one trajectory on the line. */
  static double[] thermal(int steps, long number) {
    Draws draws = new Draws(KEY, 1);
    double[] path = new double[steps];
    double[][] out = new double[Draws.PHASES][1];
    for (int step = 0; step < steps; step++) {
      int phase = step % Draws.PHASES;
      if (phase == 0) {
        draws.normal(new long[] {number}, new long[] {step}, 1, FIRST_THERMAL_SLOT, out);
      }
      path[step] = out[phase][0];
    }
    return path;
  }
}
