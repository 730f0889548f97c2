package org.escapement.simulate;

import java.io.DataInput;
import java.io.IOException;

/**
 * Measures how each trajectory ended, after how many steps and by which side.
 *
 * @param rowsBelow trajectories with a smaller number get a row of their own ({@link ExitRows})
 * @param positionsBelow rows of trajectories with a smaller number tell where they ended
 */
public record ExitTimes(long rowsBelow, long positionsBelow) implements Observable<ExitSummary> {

  /** Only the summary. */
  public static ExitTimes summaryOnly() {
    return new ExitTimes(0, 0);
  }

  /** The summary, and complete rows for the trajectories below a number. */
  public static ExitTimes keepingBelow(long trajectory) {
    return new ExitTimes(trajectory, trajectory);
  }

  @Override
  public Recorder<ExitSummary> start(Setting setting) {
    return new ExitRecorder(this, setting.experiment(), setting.chunk());
  }

  @Override
  public ExitSummary read(DataInput in) throws IOException {
    return ExitSummary.read(in);
  }
}
