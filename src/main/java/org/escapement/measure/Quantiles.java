package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.estimate.QuantileRanks;
import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;

/**
 * Quantiles over the trajectories that have not ended, of the loss and what else {@link Moments}
 * can take of positions: order statistics of all their numbers, with limits that need no law, see
 * {@link QuantileRanks}. All numbers are kept until the tables are made.
 */
public record Quantiles(
    @Parameter(
            "Of what: some of loss, gradient-norm, sharpness, accuracy, test-loss, test-accuracy,"
                + " mean, second, cross, norm, off-axis, positive")
        List<String> of,
    @Parameter(
            value = "Which quantiles: the shares of the trajectories below them",
            range = "(0, 1)",
            standard = "[0.1, 0.5, 0.9]")
        Vector levels,
    @Parameter(value = "At which steps", standard = "horizon") When at)
    implements Measure<Samples> {
  private static final double CONFIDENCE = 0.95;

  /** From the middle of a normal law to where half of the rest lies beyond. */
  private static final double DEVIATIONS = 1.959963984540054;

  private static final int MOST = 1 << 16;

  /** Checks words and levels. */
  public Quantiles {
    of = List.copyOf(of);
    StateFunctions.checkOfPosition(of);
    Check.in("(0, 1)", levels, "levels");
    if (Arrays.stream(levels.toArray()).distinct().count() != levels.size()) {
      throw new IllegalArgumentException("levels must differ, got " + levels);
    }
  }

  /**
   * A quantile of a cell.
   *
   * @param level the share of the trajectories below
   * @param value NaN when all trajectories have ended
   * @param low lower limit of 95 % confidence; NaN where there are too few trajectories for one
   * @param high upper limit of 95 % confidence; NaN where there are too few trajectories for one
   * @param trajectories that had not ended by the step
   */
  public record Estimate(
      long step,
      StateFunction of,
      double level,
      double value,
      double low,
      double high,
      long trajectories) {

    /** That of a normal law with as wide an interval; NaN where a limit is missing. */
    public double stdError() {
      return (high - low) / (2 * DEVIATIONS);
    }

    /** The name of what it is of, with that of the quantile: q10.loss. */
    public String quantity() {
      BigDecimal percent = new BigDecimal(level).movePointRight(2).round(new MathContext(10));
      return "q" + percent.stripTrailingZeros().toPlainString() + "." + of.word();
    }

    Reading reading() {
      return new Reading(quantity(), step, of.i(), of.j(), value, stdError(), trajectories);
    }
  }

  @Override
  public boolean hasOwnTable() {
    return true;
  }

  /** Two of one thing would give different numbers one name. */
  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof Quantiles quantiles && quantiles.of.stream().anyMatch(of::contains);
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    try {
      long numbers = keptNumbers(experiment) * levels.size();
      return OfObjective.problem(of, experiment.objective())
          .or(
              () ->
                  numbers <= MOST
                      ? Optional.empty()
                      : Optional.of(numbers + " quantiles are more than " + MOST));
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  @Override
  public long keptNumbers(Experiment experiment) {
    return StateFunction.count(of, experiment.dimension()) * at.steps(experiment.horizon()).length;
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Samples> start(Setting setting) {
    StateFunctions functions =
        new StateFunctions(of, setting.experiment().objective(), setting.lanes());
    return new StepRecorder(functions, at.steps(setting.experiment().horizon()), setting.lanes());
  }

  @Override
  public Samples read(DataInput in) throws IOException {
    return Samples.read(in);
  }

  @Override
  public List<Reading> readings(Samples samples, Experiment experiment) {
    return estimates(samples, experiment).stream().map(Estimate::reading).toList();
  }

  /** All quantiles of a cell: step by step, function by function, level by level. */
  public List<Estimate> estimates(Samples samples, Experiment experiment) {
    List<StateFunction> functions = StateFunction.of(of, experiment.dimension());
    List<Estimate> estimates = new ArrayList<>();
    int row = 0;
    for (long step : at.steps(experiment.horizon())) {
      for (StateFunction function : functions) {
        double[] sorted = samples.sorted(row++);
        for (double level : levels.toArray()) {
          estimates.add(estimate(step, function, level, sorted));
        }
      }
    }
    return List.copyOf(estimates);
  }

  private static Estimate estimate(
      long step, StateFunction function, double level, double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return new Estimate(step, function, level, Double.NaN, Double.NaN, Double.NaN, 0);
    }
    QuantileRanks ranks = QuantileRanks.of(n, level, CONFIDENCE);
    return new Estimate(
        step,
        function,
        level,
        sorted[(int) ranks.value() - 1],
        ranks.hasLow() ? sorted[(int) ranks.low() - 1] : Double.NaN,
        ranks.hasHigh() ? sorted[(int) ranks.high() - 1] : Double.NaN,
        n);
  }

  /** Keeps what the functions say at certain steps. */
  private static final class StepRecorder implements Recorder<Samples> {
    private final StateFunctions functions;
    private final long[] steps;
    private final Samples.Tally tally;
    private final int rows;

    /** Scratch. */
    private final double[] values;

    StepRecorder(StateFunctions functions, long[] steps, int lanes) {
      this.functions = functions;
      this.steps = steps;
      this.rows = functions.rows().size();
      this.tally = new Samples.Tally(steps.length * rows);
      this.values = new double[lanes];
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        functions.look(batch.state(), batch.size());
        for (int row = 0; row < rows; row++) {
          functions.evaluate(row, values);
          keep(place * rows + row, batch.size(), ended);
        }
      }
    }

    private void keep(int row, int n, boolean[] ended) {
      for (int i = 0; i < n; i++) {
        if (!ended[i]) {
          tally.add(row, values[i]);
        }
      }
    }

    @Override
    public Samples finish() {
      return tally.samples();
    }
  }
}
