package org.escapement.theory.noiselevel;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Directed;
import org.escapement.model.Noise;
import org.escapement.model.SampledObjective;
import org.escapement.model.Stepper;
import org.escapement.noise.NoNoise;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;

/**
 * Where a step begins and what it leads from, while no step before it had noise.
 *
 * @param gradient of f there
 * @param kept what the search direction keeps
 * @param position where it begins
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record KnownPast(double[] position, double[] gradient, double[] kept) {
  private static final long MOST_STEPS = 10_000;

  /** Before a step, counted from 0; empty where it is not the same for all trajectories. */
  static Optional<KnownPast> of(Experiment e, long step) {
    boolean isKnown =
        e.dynamics() instanceof Directed
            && !(e.objective() instanceof SampledObjective)
            && e.hasOneStart()
            && step <= MOST_STEPS;
    for (long before = 0; isKnown && before < step; before++) {
      isKnown = isQuiet(e.noise(), e.dimension(), before);
    }
    return isKnown ? Optional.of(at(e, (Directed) e.dynamics(), step)) : Optional.empty();
  }

  private static boolean isQuiet(Noise noise, int dimension, long step) {
    return noise
        .deviations(dimension, step)
        .filter(all -> java.util.Arrays.stream(all.toArray()).allMatch(one -> one == 0))
        .isPresent();
  }

  private static KnownPast at(Experiment e, Directed dynamics, long step) {
    int d = e.dimension();
    Batch batch = new Batch(1, d, dynamics.startState(e.position()));
    Draws draws = new Draws(new RandomKey(0, 0), 1);
    Stepper stepper = dynamics.start(e.objective(), new NoNoise(), draws, 1);
    batch.add(0);
    for (long k = 0; k < step; k++) {
      int phase = (int) (k % Draws.PHASES);
      if (phase == 0 && k > 0) {
        batch.countSteps();
      }
      if (phase == 0) {
        stepper.draw(batch);
      }
      stepper.advance(batch, phase);
    }
    double[][] gradient = new double[d][1];
    double[][] kept = new double[d][1];
    e.objective().gradient(batch.state(), 1, gradient);
    dynamics.kept(batch.state(), step, 1, kept);
    return new KnownPast(column(batch.state(), d), column(gradient, d), column(kept, d));
  }

  private static double[] column(double[][] x, int d) {
    double[] column = new double[d];
    for (int k = 0; k < d; k++) {
      column[k] = x[k][0];
    }
    return column;
  }

  /** x - eta (share grad f + memory kept). */
  double[] moved(double eta, double share, double memory) {
    double[] moved = position.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] -= eta * (share * gradient[k] + memory * kept[k]);
    }
    return moved;
  }

  /** |kept - (1 - share) grad f|^2. */
  double biasSquare(double share) {
    double sum = 0;
    for (int k = 0; k < kept.length; k++) {
      double bias = kept[k] - (1 - share) * gradient[k];
      sum += bias * bias;
    }
    return sum;
  }
}
