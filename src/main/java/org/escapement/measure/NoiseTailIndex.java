package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * The index of the gradient noise by its sums: m noises X_1, ..., X_m are drawn where each
 * trajectory stands at the horizon, and with Y their sum 1/alpha is the mean of (ln |Y| - 1/m sum_i
 * ln |X_i|) / ln m over the trajectories. For vectors |.| is the length.
 *
 * <p>It is the index alpha of stable noise. For other noise it says how sums of m grow and tends to
 * 2 with m when the variance is finite, whatever it is for small m.
 *
 * <p>Source: M. Mohammadi, A. Mohammadpour, H. Ogata, On estimating the tail index and the spectral
 * measure of multivariate alpha-stable distributions, Metrika 78, 2015, corollary 2.4.
 */
public record NoiseTailIndex(
    @Parameter(value = "Noises in a sum, m", range = "[2, 100000]", standard = "100") int block)
    implements Measure<Means> {
  /** The name of the reading. */
  public static final String QUANTITY = "noise-tail-index";

  /** Checks the range. */
  public NoiseTailIndex {
    Check.in("[2, 100000]", block, "block");
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    return new AtHorizonRecorder(setting, block);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means inverse, Experiment experiment) {
    double index = 1 / inverse.mean(0);
    return List.of(
        new Reading(
            QUANTITY,
            experiment.horizon(),
            0,
            0,
            index,
            index * index * inverse.stdError(0),
            inverse.count(0)));
  }

  /** Draws the noises of all that have not ended at the horizon. */
  private static final class AtHorizonRecorder implements Recorder<Means> {
    private final long horizon;
    private final int block;
    private final NoiseBlocks noise;
    private final Means.Tally tally = new Means.Tally(1);

    AtHorizonRecorder(Setting setting, int block) {
      this.horizon = setting.experiment().horizon();
      this.block = block;
      this.noise = new NoiseBlocks(setting);
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      if (batch.steps()[0] + phase + 1 == horizon) {
        double[] inverse = noise.inverseIndices(batch, block);
        for (int i = 0; i < batch.size(); i++) {
          if (!ended[i]) {
            tally.add(0, inverse[i]);
          }
        }
      }
    }

    @Override
    public Means finish() {
      return tally.means();
    }
  }
}
