package org.escapement.measure;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.escapement.model.Batch;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Observable;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;
import org.escapement.simulate.Summary;

/**
 * Several things measured along the same trajectories, exits always among them.
 *
 * @param exits how trajectories end
 * @param others what else is measured, in the order of the job file
 */
public record Measurement(ExitTimes exits, List<Measure<?>> others)
    implements Observable<Findings> {

  /** Takes a copy. */
  public Measurement {
    others = List.copyOf(others);
  }

  /** The measured numbers of a cell, measure by measure; exits are estimated elsewhere. */
  public static List<Reading> readings(
      List<Measure<?>> measures, Findings findings, Experiment experiment) {
    return readings(measures, measure -> true, findings, experiment);
  }

  /**
   * Those of some of the measures.
   *
   * @param which of the measures are asked for
   */
  public static List<Reading> readings(
      List<Measure<?>> measures,
      Predicate<Measure<?>> which,
      Findings findings,
      Experiment experiment) {
    List<Reading> readings = new ArrayList<>();
    for (int k = 0; k < measures.size(); k++) {
      if (which.test(measures.get(k))) {
        readings.addAll(readings(measures.get(k), findings.others().get(k), experiment));
      }
    }
    return List.copyOf(readings);
  }

  /** The summary is of this measure and so of its type. */
  @SuppressWarnings("unchecked")
  private static <S extends Summary<S>> List<Reading> readings(
      Measure<S> measure, Summary<?> summary, Experiment experiment) {
    return measure.readings((S) summary, experiment);
  }

  @Override
  public boolean atCommonSteps() {
    return others.stream().anyMatch(Observable::atCommonSteps);
  }

  @Override
  public Findings read(DataInput in) throws IOException {
    ExitSummary endings = exits.read(in);
    List<Summary<?>> summaries = new ArrayList<>();
    for (Measure<?> measure : others) {
      summaries.add(measure.read(in));
    }
    return new Findings(endings, summaries);
  }

  @Override
  public Recorder<Findings> start(Setting setting) {
    List<Recorder<?>> recorders = new ArrayList<>();
    others.forEach(measure -> recorders.add(measure.start(setting)));
    return new All(exits.start(setting), recorders);
  }

  /** Passes on to all recorders what each of them hears. */
  private record All(Recorder<ExitSummary> endings, List<Recorder<?>> others)
      implements Recorder<Findings> {

    @Override
    public void beforeStep(Batch batch, int phase) {
      for (Recorder<?> recorder : others) {
        recorder.beforeStep(batch, phase);
      }
    }

    @Override
    public void onStep(Batch batch, int phase, boolean[] ended) {
      for (Recorder<?> recorder : others) {
        recorder.onStep(batch, phase, ended);
      }
    }

    @Override
    public void onEnding(Batch batch, int lane, Ending how, long steps, int side) {
      endings.onEnding(batch, lane, how, steps, side);
      for (Recorder<?> recorder : others) {
        recorder.onEnding(batch, lane, how, steps, side);
      }
    }

    @Override
    public Findings finish() {
      List<Summary<?>> summaries = new ArrayList<>();
      for (Recorder<?> recorder : others) {
        summaries.add(recorder.finish());
      }
      return new Findings(endings.finish(), summaries);
    }

    @Override
    public Optional<ExitRows> rows() {
      return endings.rows();
    }
  }
}
