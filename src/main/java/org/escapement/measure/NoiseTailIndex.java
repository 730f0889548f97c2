package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * The index of the gradient noise by its sums, where each trajectory stands at some steps: m noises
 * X_1, ..., X_m and their sum Y, 1/alpha the mean of (ln |Y| - 1/m sum_i ln |X_i|) / ln m over the
 * trajectories. Noise is what a sampled gradient differs from the full one by at the same point,
 * plus what is added to gradients.
 *
 * <p>Of noises, X_i is a whole vector and |.| its length, drawn m times at a place; the estimate is
 * the index alpha of stable noise. For other noise it says how sums of m grow and tends to 2 with m
 * when the variance is finite, whatever it is for small m.
 *
 * <p>Of coordinates, X_i are coordinates of one noise, in a random order that is always the same,
 * so that d/m sums come from each trajectory, as U. Simsekli, L. Sagun, M. Gurbuzbalaban, A
 * tail-index analysis of stochastic gradient noise in deep neural networks, ICML 2019, do it for
 * networks. That takes them as independent and of one law, which the coordinates of a gradient are
 * not. Independent normal ones with deviations s_k give 1/2 + (ln(mean of s_k^2 in a sum)/2 - mean
 * of ln s_k) / ln m on average, at least 1/2: their estimate is below 2 as soon as deviations
 * differ, 1 for a million of them whose logarithms have deviation 2 in sums of 1000, without any
 * heavy tail. Coordinates which are zero, such as those of weights from an input that is zero in
 * every row, are left out.
 *
 * <p>Source: M. Mohammadi, A. Mohammadpour, H. Ogata, On estimating the tail index and the spectral
 * measure of multivariate alpha-stable distributions, Metrika 78, 2015, corollary 2.4.
 */
public record NoiseTailIndex(
    @Parameter(value = "Noises in a sum, m", range = "[2, 100000]", standard = "100") int block,
    @Parameter(
            value = "What is added up: noises (vectors) or the coordinates of one noise",
            standard = "noises",
            added = true)
        String of,
    @Parameter(value = "At which steps", standard = "horizon", added = true) When at)
    implements Measure<Means> {
  /** The name of the reading. */
  public static final String QUANTITY = "noise-tail-index";

  /** The same where coordinates are pooled. */
  public static final String OF_COORDINATES = "coordinate-tail-index";

  private static final String NOISES = "noises";
  private static final String COORDINATES = "coordinates";

  /** Checks the range and the word. */
  public NoiseTailIndex {
    Check.in("[2, 100000]", block, "block");
    if (!List.of(NOISES, COORDINATES).contains(of)) {
      throw new IllegalArgumentException(
          "of must be one of [" + NOISES + ", " + COORDINATES + "], got " + of);
    }
  }

  /** Of noises at the horizon. */
  public NoiseTailIndex(int block) {
    this(block, NOISES, new AtHorizon());
  }

  /** Whether coordinates are pooled. */
  public boolean isOfCoordinates() {
    return of.equals(COORDINATES);
  }

  /** The name of its readings. */
  public String quantity() {
    return isOfCoordinates() ? OF_COORDINATES : QUANTITY;
  }

  /** Two would give different things one name. */
  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof NoiseTailIndex index && index.quantity().equals(quantity());
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    if (isOfCoordinates() && block > experiment.dimension()) {
      return Optional.of(
          "block must be at most the number of coordinates that are added up, %d, got %d"
              .formatted(experiment.dimension(), block));
    }
    try {
      at.steps(experiment.horizon());
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Means> start(Setting setting) {
    NoiseBlocks blocks = new NoiseBlocks(setting, block);
    return new StepRecorder(
        at.steps(setting.experiment().horizon()),
        isOfCoordinates() ? blocks::ofCoordinates : blocks::ofVectors);
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means inverse, Experiment experiment) {
    long[] steps = at.steps(experiment.horizon());
    return IntStream.range(0, steps.length)
        .mapToObj(place -> reading(steps[place], inverse, place))
        .toList();
  }

  private Reading reading(long step, Means inverse, int row) {
    double index = 1 / inverse.mean(row);
    double error = index * index * inverse.stdError(row);
    return new Reading(quantity(), step, 0, 0, index, error, inverse.count(row));
  }

  /** Draws the noises of all that have not ended at certain steps. */
  private static final class StepRecorder implements Recorder<Means> {
    private final long[] steps;
    private final Function<Batch, double[]> inverses;
    private final Means.Tally tally;

    StepRecorder(long[] steps, Function<Batch, double[]> inverses) {
      this.steps = steps;
      this.inverses = inverses;
      this.tally = new Means.Tally(steps.length);
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        double[] inverse = inverses.apply(batch);
        for (int i = 0; i < batch.size(); i++) {
          if (!ended[i]) {
            tally.add(place, inverse[i]);
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
