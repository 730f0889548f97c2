package org.escapement.measure;

import java.util.Arrays;
import org.escapement.model.Batch;

/** The state before each recorded step, kept until the step is made. */
final class StateBefore {
  private final long[] steps;

  /** {@code [k][i]}. */
  private final double[][] state;

  /**
   * @param steps to which the recorded steps lead, increasing
   */
  StateBefore(long[] steps, int stateDimension, int lanes) {
    this.steps = steps;
    this.state = new double[stateDimension][lanes];
  }

  /** Where a step stands among those recorded; negative when it does not. */
  int place(Batch batch, int phase) {
    return Arrays.binarySearch(steps, batch.steps()[0] + phase + 1);
  }

  /** The number of a recorded step, counted from 0: that of the states before it. */
  long step(int place) {
    return steps[place] - 1;
  }

  /** Keeps the state before a step if it is recorded, and tells whether it is. */
  boolean keep(Batch batch, int phase) {
    boolean isRecorded = place(batch, phase) >= 0;
    if (isRecorded) {
      copy(batch, state);
    }
    return isRecorded;
  }

  /** Copies the states of the live lanes. */
  static void copy(Batch batch, double[][] to) {
    double[][] now = batch.state();
    for (int k = 0; k < to.length; k++) {
      System.arraycopy(now[k], 0, to[k], 0, batch.size());
    }
  }

  /** What was kept last. */
  double[][] state() {
    return state;
  }
}
