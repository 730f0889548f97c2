package org.escapement.measure;

import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Setting;

/**
 * Gradient noises drawn where trajectories stand, one after the other: what samples differ from
 * their mean by, plus what is added to gradients. Their random numbers are not those that moved the
 * trajectories.
 *
 * <p>They are the noises of the first steps, at another place; those of the steps at hand where
 * samples change with the step.
 */
final class DrawnNoise {
  private final Setting setting;
  private final Objective objective;
  private final Draws draws;
  private final double[][] mean;
  private final double[][] noise;
  private Batch here;
  private Kicks kicks;
  private Optional<Samples> samples;
  private int drawn;

  DrawnNoise(Setting setting) {
    int d = setting.experiment().dimension();
    this.setting = setting;
    this.objective = setting.experiment().objective();
    RandomKey key = new RandomKey(~setting.key().word0(), setting.key().word1());
    this.draws = new Draws(key, setting.lanes());
    this.mean = new double[d][setting.lanes()];
    this.noise = new double[d][setting.lanes()];
    stand(new Batch(setting.lanes(), d, Vector.zero(d)));
  }

  /** From now on at the positions of a batch, whose trajectories draw anew. */
  void stand(Batch batch) {
    here = copy(batch);
    kicks = setting.experiment().noise().start(mean.length, setting.lanes(), draws, 0);
    samples =
        objective instanceof SampledObjective s
            ? Optional.of(s.startSamples(draws, setting.lanes()))
            : Optional.empty();
    objective.gradient(here.state(), here.size(), mean);
    drawn = 0;
  }

  /** The same trajectories at the same positions. */
  private Batch copy(Batch batch) {
    Batch copy = new Batch(setting.lanes(), mean.length, Vector.zero(mean.length));
    boolean isSteady = !(objective instanceof SampledObjective s) || s.isSteady();
    for (int i = 0; i < batch.size(); i++) {
      copy.add(batch.trajectories()[i]);
      copy.steps()[i] = isSteady ? 0 : batch.steps()[i];
    }
    for (int k = 0; k < mean.length; k++) {
      System.arraycopy(batch.state()[k], 0, copy.state()[k], 0, batch.size());
    }
    return copy;
  }

  /** The next noise, {@code [k][i]}, until the next call. */
  double[][] next() {
    int n = here.size();
    int phase = drawn % Draws.PHASES;
    if (phase == 0) {
      if (drawn > 0) {
        here.countSteps();
      }
      kicks.draw(here);
      samples.ifPresent(s -> s.draw(here));
    }
    double[][] kick = kicks.kicks(phase, here.state(), n);
    samples.ifPresent(s -> s.gradient(here.state(), n, phase, noise));
    for (int k = 0; k < noise.length; k++) {
      if (samples.isPresent()) {
        add(kick[k], mean[k], n, noise[k]);
      } else {
        System.arraycopy(kick[k], 0, noise[k], 0, n);
      }
    }
    drawn++;
    return noise;
  }

  private static void add(double[] kick, double[] mean, int n, double[] sampled) {
    for (int i = 0; i < n; i++) {
      sampled[i] = kick[i] + (sampled[i] - mean[i]);
    }
  }
}
