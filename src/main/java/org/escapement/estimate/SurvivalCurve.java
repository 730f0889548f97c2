package org.escapement.estimate;

import java.util.ArrayList;
import java.util.List;
import org.escapement.simulate.Clock;
import org.escapement.simulate.ExitSummary;

/**
 * Reads the Kaplan-Meier curve at fixed numbers of steps, the same in all cells: eight to the
 * octave, from just before the first exit until nobody is left or the horizon.
 *
 * <p>A row stands one step before an edge of the buckets, 8 2^k, 9 2^k, ..., 15 2^k, so that no
 * bucket is cut.
 */
final class SurvivalCurve {
  private static final int PER_OCTAVE = 8;

  private final LifeTable table;
  private final KaplanMeier curve;
  private final long trajectories;
  private final List<Long> steps = new ArrayList<>();
  private final List<Integer> buckets = new ArrayList<>();

  private SurvivalCurve(LifeTable table, KaplanMeier curve, long trajectories) {
    this.table = table;
    this.curve = curve;
    this.trajectories = trajectories;
  }

  /** The rows; where some trajectories reached the horizon, the last one stands there. */
  static List<SurvivalRow> rows(
      LifeTable table, KaplanMeier curve, ExitSummary summary, long horizon, Clock clock) {
    SurvivalCurve survival = new SurvivalCurve(table, curve, summary.trajectories());
    survival.choose(summary.censored() > 0 ? horizon : Long.MAX_VALUE);
    return survival.read(clock);
  }

  private void choose(long end) {
    int done = -1;
    for (long edge = 1; done + 1 < table.size() && edge - 1 < end; edge = next(edge)) {
      while (done + 1 < table.size() && table.last(done + 1) < edge) {
        done++;
      }
      if (done + 1 == table.size() || next(edge) > table.first(0)) {
        add(edge - 1, done);
      }
    }
    if (end < Long.MAX_VALUE) {
      add(end, table.size() - 1);
    }
  }

  private void add(long step, int lastBucket) {
    steps.add(step);
    buckets.add(lastBucket);
  }

  /** The next number of the form m 2^k with 8 <= m < 16, or the next number below 8. */
  private static long next(long edge) {
    return edge + Math.max(1, Long.highestOneBit(edge) / PER_OCTAVE);
  }

  private List<SurvivalRow> read(Clock clock) {
    double[] times = clock.at(steps.stream().mapToLong(Long::longValue).toArray());
    List<SurvivalRow> rows = new ArrayList<>();
    long exited = 0;
    int counted = -1;
    for (int i = 0; i < times.length; i++) {
      int bucket = buckets.get(i);
      while (counted < bucket) {
        exited += table.exited(++counted);
      }
      long atRisk = bucket < 0 ? trajectories : table.remaining(bucket);
      rows.add(
          new SurvivalRow(
              steps.get(i),
              times[i],
              atRisk,
              exited,
              curve.survival(bucket),
              curve.stdError(bucket)));
    }
    return List.copyOf(rows);
  }
}
