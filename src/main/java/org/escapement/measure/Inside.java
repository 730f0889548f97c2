package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Domain;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * The share of the trajectories that are inside a region, such as the basin of the global minimum,
 * over those that have not ended; with its binomial standard error.
 */
public record Inside(
    @Parameter("The region, any domain") Domain of,
    @Parameter(value = "At which steps", standard = "horizon") When at)
    implements Measure<Counts> {
  /** The quantity that it reads. */
  public static final String QUANTITY = "inside";

  /** Two would give different things one name. */
  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof Inside;
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    try {
      at.steps(experiment.horizon());
      region(experiment, 1);
      return Optional.empty();
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  private Region region(Experiment experiment, int lanes) {
    Domain here = of.in(experiment.dimension());
    return experiment
        .start()
        .position(experiment.objective())
        .map(here::from)
        .orElse(here)
        .start(experiment.objective(), lanes);
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Counts> start(Setting setting) {
    long[] steps = at.steps(setting.experiment().horizon());
    Region region = region(setting.experiment(), setting.lanes());
    return new Looks(
        steps, region, new double[setting.lanes()], new Counts.Tally(2 * steps.length));
  }

  @Override
  public Counts read(DataInput in) throws IOException {
    return Counts.read(in);
  }

  @Override
  public List<Reading> readings(Counts counts, Experiment experiment) {
    long[] steps = at.steps(experiment.horizon());
    List<Reading> readings = new ArrayList<>();
    for (int place = 0; place < steps.length; place++) {
      long all = counts.sum(2 * place, 2 * place + 2);
      double share = (double) counts.of(2 * place + 1) / all;
      double error = Math.sqrt(share * (1 - share) / all);
      readings.add(new Reading(QUANTITY, steps[place], 0, 0, share, error, all));
    }
    return List.copyOf(readings);
  }

  /** Counts those outside at place 2 j, those inside at 2 j + 1, for step j. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Looks(long[] steps, Region region, double[] margin, Counts.Tally tally)
      implements Recorder<Counts> {

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        region.margin(batch.state(), batch.size(), margin);
        for (int i = 0; i < batch.size(); i++) {
          if (!ended[i]) {
            tally.add(2 * place + (margin[i] > 0 ? 1 : 0));
          }
        }
      }
    }

    @Override
    public Counts finish() {
      return tally.counts();
    }
  }
}
