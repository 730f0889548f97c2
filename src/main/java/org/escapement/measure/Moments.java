package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Batch;
import org.escapement.model.Parameter;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Means over the trajectories that have not ended: of the loss f(x), of the coordinates (mean),
 * their squares (second), the products of two of them (cross), the squared distance from the origin
 * (norm), the share of it that does not lie along each axis (off-axis), and of whether a coordinate
 * is positive (positive).
 */
public record Moments(
    @Parameter("Of what: some of loss, mean, second, cross, norm, off-axis, positive")
        List<String> of,
    @Parameter(value = "At which steps", standard = "horizon") When at)
    implements Measure<Means> {

  /** Checks the words. */
  public Moments {
    of = List.copyOf(of);
    StateFunctions.check(of);
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
    StateFunctions functions = new StateFunctions(of, setting.experiment().objective());
    return new StepRecorder(functions, at.steps(setting.experiment().horizon()), setting.lanes());
  }

  @Override
  public Means read(DataInput in) throws IOException {
    return Means.read(in);
  }

  @Override
  public List<Reading> readings(Means means, Experiment experiment) {
    List<StateFunctions.Row> rows = new StateFunctions(of, experiment.objective()).rows();
    List<Reading> readings = new ArrayList<>();
    int number = 0;
    for (long step : at.steps(experiment.horizon())) {
      for (StateFunctions.Row row : rows) {
        readings.add(
            new Reading(
                row.word(),
                step,
                row.i(),
                row.j(),
                means.mean(number),
                means.stdError(number),
                means.count(number)));
        number++;
      }
    }
    return List.copyOf(readings);
  }

  /** Adds up what the functions say at certain steps. */
  private static final class StepRecorder implements Recorder<Means> {
    private final StateFunctions functions;
    private final long[] steps;
    private final Means.Tally tally;

    /** Scratch, {@code [row][i]}. */
    private final double[][] values;

    StepRecorder(StateFunctions functions, long[] steps, int lanes) {
      int rows = functions.rows().size();
      this.functions = functions;
      this.steps = steps;
      this.tally = new Means.Tally(steps.length * rows);
      this.values = new double[rows][lanes];
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        functions.evaluate(batch.state(), batch.size(), values);
        for (int row = 0; row < values.length; row++) {
          int left = closeUp(values[row], batch.size(), ended);
          tally.add(place * values.length + row, values[row], left);
        }
      }
    }

    /** Moves the numbers of the lanes that have not ended to the front, and tells how many. */
    private static int closeUp(double[] x, int n, boolean[] ended) {
      int left = 0;
      for (int i = 0; i < n; i++) {
        x[left] = x[i];
        left += ended[i] ? 0 : 1;
      }
      return left;
    }

    @Override
    public Means finish() {
      return tally.means();
    }
  }
}
