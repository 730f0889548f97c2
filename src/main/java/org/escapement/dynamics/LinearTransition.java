package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Separable;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The exact step of a modified equation of SGD on 1/2 sum_k c_k x_k^2 with independent noise: each
 * coordinate is an Ornstein-Uhlenbeck process, and the normal number of its step is the one that
 * SGD uses.
 *
 * <p>In the time of steps dX = -rate X ds - eta amplitude dB, hence x <- exp(-rate) x - eta
 * amplitude sqrt((1 - exp(-2 rate))/(2 rate)) kick.
 */
final class LinearTransition implements Stepper {
  private final Kicks kicks;
  private final LaneValues[] memory;
  private final LaneValues[] gain;

  /** What an equation makes of a stiffness u, step size times curvature. */
  interface Law {
    /** Decay of the mean per step, of the size of u. */
    double rate(double u);

    /** The noise in units of SGD's own, 1 for u = 0. */
    double amplitude(double u);
  }

  private LinearTransition(Vector curvature, Law law, Schedule stepSize, Kicks kicks, int lanes) {
    int dimension = curvature.size();
    this.kicks = kicks;
    this.memory = new LaneValues[dimension];
    this.gain = new LaneValues[dimension];
    for (int k = 0; k < dimension; k++) {
      double c = curvature.at(k);
      memory[k] = LaneValues.of(stepSize, eta -> StrictMath.exp(-law.rate(eta * c)), lanes);
      gain[k] = LaneValues.of(stepSize, eta -> eta * gain(law, eta * c), lanes);
    }
  }

  /** Empty unless the objective is such a sum and the noise independent and everywhere the same. */
  static Optional<Stepper> of(
      Law law, Schedule stepSize, Objective objective, Noise noise, Draws draws, int lanes) {
    int dimension = objective.dimension();
    return noise.deviations(dimension).isPresent() && objective instanceof Separable separable
        ? separable
            .constantCurvature()
            .map(
                c ->
                    new LinearTransition(
                        c,
                        law,
                        stepSize,
                        NormalKicks.like(noise, dimension, lanes, draws, 0),
                        lanes))
        : Optional.empty();
  }

  private static double gain(Law law, double u) {
    double twice = 2 * law.rate(u);
    return law.amplitude(u) * (twice == 0 ? 1 : Math.sqrt(-StrictMath.expm1(-twice) / twice));
  }

  @Override
  public void draw(Batch batch) {
    kicks.draw(batch);
  }

  @Override
  public void advance(Batch batch, int phase) {
    double[][] x = batch.state();
    double[][] kick = kicks.kicks(phase, x, batch.size());
    for (int k = 0; k < memory.length; k++) {
      move(batch.size(), memory[k].at(batch, phase), gain[k].at(batch, phase), kick[k], x[k]);
    }
  }

  private static void move(int n, double[] memory, double[] gain, double[] kick, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] = memory[i] * x[i] - gain[i] * kick[i];
    }
  }
}
