package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * The characteristic function of each coordinate: the mean of cos(u x_k) over the trajectories that
 * have not ended. It exists for every law, also where moments do not.
 */
public record Characteristic(
    @Parameter(value = "Frequency u", unit = "1/length", range = "(0, inf)") double frequency,
    @Parameter(value = "At which steps", standard = "horizon") When at)
    implements Measure<Means> {
  /** The quantity that it reads. */
  public static final String QUANTITY = "characteristic";

  /** Checks the range. */
  public Characteristic {
    Check.positive(frequency, "frequency");
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
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
    long[] steps = at.steps(setting.experiment().horizon());
    int dimension = setting.experiment().dimension();
    return new Cosines(frequency, steps, dimension, new Means.Tally(steps.length * dimension));
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    int row = 0;
    for (long step : at.steps(experiment.horizon())) {
      for (int k = 1; k <= experiment.dimension(); k++, row++) {
        readings.add(
            new Reading(
                QUANTITY, step, k, 0, means.mean(row), means.stdError(row), means.count(row)));
      }
    }
    return List.copyOf(readings);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Cosines(double frequency, long[] steps, int dimension, Means.Tally tally)
      implements Recorder<Means> {

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      for (int k = 0; place >= 0 && k < dimension; k++) {
        double[] x = batch.state()[k];
        for (int i = 0; i < batch.size(); i++) {
          if (!ended[i]) {
            tally.add(place * dimension + k, StrictMath.cos(frequency * x[i]));
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
