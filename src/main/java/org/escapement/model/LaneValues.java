package org.escapement.model;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What a schedule, or a function of it, says at each lane's own step: {@code at(batch, phase)[i]}.
 *
 * <p>Values come from a table that grows with the longest trajectory, because schedules use slow
 * exact functions; beyond its end they are computed anew each time.
 */
public final class LaneValues {
  /** 8 MB, and a million steps are a rare length for a trajectory under a schedule. */
  private static final int LARGEST_TABLE = 1 << 20;

  private final Schedule schedule;
  private final DoubleUnaryOperator function;
  private final double[] values;
  private double[] table = new double[0];

  /** The schedule itself. */
  public static LaneValues of(Schedule schedule, int lanes) {
    return of(schedule, DoubleUnaryOperator.identity(), lanes);
  }

  /** The function of the schedule's value. */
  public static LaneValues of(Schedule schedule, DoubleUnaryOperator function, int lanes) {
    return new LaneValues(schedule, function, lanes);
  }

  private LaneValues(Schedule schedule, DoubleUnaryOperator function, int lanes) {
    this.schedule = schedule;
    this.function = function;
    this.values = new double[lanes];
    Arrays.fill(values, valueAt(0));
  }

  private double valueAt(long step) {
    return function.applyAsDouble(schedule.at(step));
  }

  /** Valid until the next call; the caller may not write to it. */
  public double[] at(Batch batch, int phase) {
    if (!schedule.isConstant()) {
      fill(batch.steps(), phase, batch.size());
    }
    return values;
  }

  private void fill(long[] steps, int phase, int n) {
    long longest = 0;
    for (int i = 0; i < n; i++) {
      longest = Math.max(longest, steps[i]);
    }
    grow(longest + phase);
    for (int i = 0; i < n; i++) {
      long step = steps[i] + phase;
      values[i] = step < table.length ? table[(int) step] : valueAt(step);
    }
  }

  private void grow(long step) {
    int known = table.length;
    if (step >= known && known < LARGEST_TABLE) {
      int wanted = (int) Math.min(LARGEST_TABLE, Math.max(step + 1, 2L * known));
      table = Arrays.copyOf(table, wanted);
      for (int k = known; k < wanted; k++) {
        table[k] = valueAt(k);
      }
    }
  }
}
