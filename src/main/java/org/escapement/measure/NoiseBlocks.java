package org.escapement.measure;

import java.util.Arrays;
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
 * Gradient noises drawn where trajectories stand: what samples differ from their mean by, plus what
 * is added to gradients. Their random numbers are not those that moved the trajectories.
 */
final class NoiseBlocks {
  private final Setting setting;
  private final Objective objective;
  private final RandomKey key;
  private final double[][] mean;
  private final double[][] sampled;
  private final double[][] sum;
  private final double[] logs;

  NoiseBlocks(Setting setting) {
    int d = setting.experiment().dimension();
    int lanes = setting.lanes();
    this.setting = setting;
    this.objective = setting.experiment().objective();
    this.key = new RandomKey(~setting.key().word0(), setting.key().word1());
    this.mean = new double[d][lanes];
    this.sampled = new double[d][lanes];
    this.sum = new double[d][lanes];
    this.logs = new double[lanes];
  }

  /**
   * {@code [i]}: (ln |sum of the noises| - mean of their ln |.|) / ln m of one block of lane i.
   *
   * @param m noises in a block, at least 2
   */
  double[] inverseIndices(Batch batch, int m) {
    int n = batch.size();
    Batch here = copy(batch);
    Draws draws = new Draws(key, setting.lanes());
    Kicks kicks = setting.experiment().noise().start(mean.length, setting.lanes(), draws, 0);
    Optional<Samples> samples =
        objective instanceof SampledObjective s
            ? Optional.of(s.startSamples(draws, setting.lanes()))
            : Optional.empty();
    objective.gradient(here.state(), n, mean);
    clear(n);
    for (int drawn = 0; drawn < m; drawn++) {
      int phase = drawn % Draws.PHASES;
      if (phase == 0) {
        kicks.draw(here);
        samples.ifPresent(s -> s.draw(here));
      }
      double[][] kick = kicks.kicks(phase, here.state(), n);
      samples.ifPresent(s -> s.gradient(here.state(), n, phase, sampled));
      for (int i = 0; i < n; i++) {
        logs[i] += StrictMath.log(add(kick, samples.isPresent(), i));
      }
      if (phase == Draws.PHASES - 1) {
        here.countSteps();
      }
    }
    return inverseIndices(n, m);
  }

  private double[] inverseIndices(int n, int m) {
    double[] inverse = new double[n];
    for (int i = 0; i < n; i++) {
      double log = StrictMath.log(Lengths.of(sum, sum.length, i));
      inverse[i] = (log - logs[i] / m) / StrictMath.log(m);
    }
    return inverse;
  }

  /** Adds the noise of a lane to its sum, and tells its length. */
  private double add(double[][] kick, boolean isSampled, int i) {
    double square = 0;
    for (int k = 0; k < sum.length; k++) {
      double noise = kick[k][i] + (isSampled ? sampled[k][i] - mean[k][i] : 0);
      sum[k][i] += noise;
      square += noise * noise;
    }
    return Math.sqrt(square);
  }

  private void clear(int n) {
    for (double[] coordinate : sum) {
      Arrays.fill(coordinate, 0, n, 0);
    }
    Arrays.fill(logs, 0, n, 0);
  }

  /** The same trajectories at the same positions, at step 0. */
  private Batch copy(Batch batch) {
    Batch here = new Batch(setting.lanes(), mean.length, Vector.zero(mean.length));
    for (int i = 0; i < batch.size(); i++) {
      here.add(batch.trajectories()[i]);
    }
    for (int k = 0; k < mean.length; k++) {
      System.arraycopy(batch.state()[k], 0, here.state()[k], 0, batch.size());
    }
    return here;
  }
}
