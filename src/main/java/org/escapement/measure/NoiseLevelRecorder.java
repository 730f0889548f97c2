package org.escapement.measure;

import java.util.Arrays;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Batch;
import org.escapement.model.Directed;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/** Takes search directions apart, from the states before and after the steps that are recorded. */
final class NoiseLevelRecorder implements Recorder<Means> {
  private static final int PARTS = Part.values().length;

  private final Directed dynamics;
  private final FullGradient fullGradient;
  private final StateBefore before;
  private final Means.Tally tally;

  /** {@code [k][i]}. */
  private final double[][] gradient;

  private final double[][] kept;
  private final double[][] seen;

  /** {@code [part][i]}. */
  private final double[][] sum;

  NoiseLevelRecorder(long[] steps, Setting setting) {
    int d = setting.experiment().dimension();
    int lanes = setting.lanes();
    this.dynamics = (Directed) setting.experiment().dynamics();
    this.fullGradient = new FullGradient(setting);
    this.before = new StateBefore(steps, dynamics.stateDimension(d), lanes);
    this.tally =
        new Means.Tally(
            steps.length * PARTS, row -> row % PARTS != Part.NOISE_LEVEL_CROSS.ordinal());
    this.gradient = new double[d][lanes];
    this.kept = new double[d][lanes];
    this.seen = new double[d][lanes];
    this.sum = new double[PARTS][lanes];
  }

  @Override
  public void beforeStep(Batch batch, int phase) {
    if (before.keep(batch, phase)) {
      fullGradient.at(batch, gradient);
    }
  }

  @Override
  public void onStep(Batch batch, int phase, boolean[] ended) {
    int place = before.place(batch, phase);
    if (place >= 0) {
      takeApart(batch.state(), before.step(place), batch.size());
      for (int part = 0; part < PARTS; part++) {
        tally.add(place * PARTS + part, sum[part], ended, batch.size());
      }
    }
  }

  private void takeApart(double[][] after, long step, int n) {
    dynamics.kept(before.state(), step, n, kept);
    dynamics.gradientBetween(before.state(), after, step, gradient.length, n, seen);
    for (double[] part : sum) {
      Arrays.fill(part, 0, n, 0);
    }
    for (int k = 0; k < gradient.length; k++) {
      add(gradient[k], kept[k], seen[k], dynamics.share(step), n);
    }
  }

  /** Adds one coordinate. */
  private void add(double[] gradient, double[] kept, double[] seen, double share, int n) {
    double[] level = sum[Part.NOISE_LEVEL.ordinal()];
    double[] ofNoise = sum[Part.NOISE_LEVEL_NOISE.ordinal()];
    double[] ofBias = sum[Part.NOISE_LEVEL_BIAS.ordinal()];
    double[] cross = sum[Part.NOISE_LEVEL_CROSS.ordinal()];
    double[] direction = sum[Part.DIRECTION_MEAN_SQUARE.ordinal()];
    double[] fresh = sum[Part.GRADIENT_NOISE.ordinal()];
    double[] square = sum[Part.GRADIENT_SQUARE.ordinal()];
    for (int i = 0; i < n; i++) {
      double error = seen[i] - gradient[i];
      double noise = share * error;
      double bias = kept[i] - (1 - share) * gradient[i];
      double p = kept[i] + share * seen[i];
      level[i] += (noise + bias) * (noise + bias);
      ofNoise[i] += noise * noise;
      ofBias[i] += bias * bias;
      cross[i] += 2 * noise * bias;
      direction[i] += p * p;
      fresh[i] += error * error;
      square[i] += gradient[i] * gradient[i];
    }
  }

  @Override
  public Means finish() {
    return tally.means();
  }
}
