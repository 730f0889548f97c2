package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Recorder;
import org.escapement.simulate.Setting;
import org.escapement.simulate.Summary;

/**
 * When and by which side a trajectory leaves the domain. How trajectories end is recorded always
 * and has tables of its own, so that nothing is left to do here.
 */
public record ExitTime() implements Measure<ExitTime.Nothing> {

  /** What is kept of it. */
  public record Nothing() implements Summary<Nothing> {
    @Override
    public Nothing merge(Nothing other) {
      return this;
    }

    @Override
    public void write(DataOutput out) {}
  }

  @Override
  public Recorder<Nothing> start(Setting setting) {
    return Nothing::new;
  }

  @Override
  public Nothing read(DataInput in) {
    return new Nothing();
  }

  @Override
  public List<Reading> readings(Nothing summary, Experiment experiment) {
    return List.of();
  }
}
