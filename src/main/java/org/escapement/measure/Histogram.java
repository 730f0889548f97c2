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
 * Counts of one coordinate in equal bins, over the trajectories that have not ended. Bin 0 is all
 * below {@code low}, bins 1 to {@code bins} divide [low, high), the last bin is all from {@code
 * high} on.
 */
public record Histogram(
    @Parameter(value = "Which coordinate, from 1", range = "[1, 1000000]", standard = "1")
        int coordinate,
    @Parameter(value = "Where the first bin begins", unit = "length") double low,
    @Parameter(value = "Where the last bin ends", unit = "length") double high,
    @Parameter(value = "Number of bins between", range = "[1, 4096]") int bins,
    @Parameter(value = "At which steps", standard = "horizon") When at)
    implements Measure<Counts> {
  /** The first word of its readings: {@code histogram.COORDINATE.BIN} is the share of a bin. */
  public static final String QUANTITY = "histogram";

  private static final int MOST_COUNTS = 1 << 24;

  /** Checks the ranges. */
  public Histogram {
    Check.in("[1, 1000000]", coordinate, "coordinate");
    Check.finite(low, "low");
    Check.finite(high, "high");
    Check.in("[1, 4096]", bins, "bins");
    if (!(low < high && Double.isFinite(high - low))) {
      throw new IllegalArgumentException("high must be above low, got " + low + " and " + high);
    }
  }

  /** Bins with the two outer ones. */
  public int rows() {
    return bins + 2;
  }

  /** The lower end of a bin; -infinity for bin 0. */
  public double from(int bin) {
    return bin == 0 ? Double.NEGATIVE_INFINITY : edge(bin - 1);
  }

  /** The upper end of a bin; infinity for the last one. */
  public double to(int bin) {
    return bin == rows() - 1 ? Double.POSITIVE_INFINITY : edge(bin);
  }

  private double edge(int k) {
    return k == bins ? high : low + (high - low) * k / bins;
  }

  /** The name of the share of a bin. */
  public String name(int bin) {
    return QUANTITY + "." + coordinate + "." + bin;
  }

  @Override
  public boolean hasOwnTable() {
    return true;
  }

  /** Two of one coordinate would give different things one name. */
  @Override
  public boolean excludes(Measure<?> other) {
    return other instanceof Histogram histogram && histogram.coordinate == coordinate;
  }

  @Override
  public Optional<String> problem(Experiment experiment) {
    if (coordinate > experiment.dimension()) {
      return Optional.of(
          "coordinate must be at most " + experiment.dimension() + ", got " + coordinate);
    }
    try {
      long counts = (long) at.steps(experiment.horizon()).length * rows();
      return counts <= MOST_COUNTS
          ? Optional.empty()
          : Optional.of("steps times bins must be at most " + MOST_COUNTS + ", got " + counts);
    } catch (IllegalArgumentException wrong) {
      return Optional.of(wrong.getMessage());
    }
  }

  @Override
  public boolean atCommonSteps() {
    return true;
  }

  @Override
  public Recorder<Counts> start(Setting setting) {
    long[] steps = at.steps(setting.experiment().horizon());
    return new BinRecorder(this, steps, new Counts.Tally(steps.length * rows()));
  }

  @Override
  public Counts read(DataInput in) throws IOException {
    return Counts.read(in);
  }

  @Override
  public List<Reading> readings(Counts counts, Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    for (Bin bin : shares(counts, experiment)) {
      readings.add(
          new Reading(name(bin.number()), bin.step(), 0, 0, bin.share(), bin.stdError(), bin.of()));
    }
    return List.copyOf(readings);
  }

  /** All bins of a cell, step by step. */
  public List<Bin> shares(Counts counts, Experiment experiment) {
    List<Bin> all = new ArrayList<>();
    int first = 0;
    for (long step : at.steps(experiment.horizon())) {
      long sum = counts.sum(first, first + rows());
      for (int bin = 0; bin < rows(); bin++) {
        all.add(new Bin(step, bin, counts.of(first + bin), sum));
      }
      first += rows();
    }
    return List.copyOf(all);
  }

  /**
   * How many trajectories are in a bin.
   *
   * @param of trajectories that had not ended by the step
   */
  public record Bin(long step, int number, long count, long of) {

    /** The share of the trajectories; NaN when there are none. */
    public double share() {
      return (double) count / of;
    }

    /** The binomial standard error of the share; NaN when there are no trajectories. */
    public double stdError() {
      return Math.sqrt(share() * (1 - share()) / of);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record BinRecorder(Histogram histogram, long[] steps, Counts.Tally tally)
      implements Recorder<Counts> {

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      int place = Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
      if (place >= 0) {
        count(batch.state()[histogram.coordinate - 1], batch.size(), ended, place);
      }
    }

    private void count(double[] x, int n, boolean[] ended, int place) {
      int first = place * histogram.rows();
      double perLength = histogram.bins / (histogram.high - histogram.low);
      for (int i = 0; i < n; i++) {
        if (!ended[i]) {
          tally.add(first + bin(x[i], perLength));
        }
      }
    }

    private int bin(double x, double perLength) {
      if (x < histogram.low) {
        return 0;
      }
      return x < histogram.high
          ? 1 + Math.min(histogram.bins - 1, (int) ((x - histogram.low) * perLength))
          : histogram.bins + 1;
    }

    @Override
    public Counts finish() {
      return tally.counts();
    }
  }
}
