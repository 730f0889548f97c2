package org.escapement.estimate;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.escapement.simulate.Clock;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.StepHistogram;

/**
 * Who was at risk when: for each bucket of steps in which some trajectory exited or diverged, in
 * the order of time, how many did and how many were still there before.
 *
 * <p>Within a bucket exits count as earlier than divergences, and all happen in the middle of it.
 */
final class LifeTable {
  private final long[] first;
  private final long[] last;
  private final long[] exited;
  private final long[] diverged;
  private final long[] atRisk;
  private final double[] begin;
  private final double[] time;
  private final double[] end;

  private LifeTable(long[][] steps, long[][] counts, double[][] times) {
    this.first = steps[0];
    this.last = steps[1];
    this.exited = counts[0];
    this.diverged = counts[1];
    this.atRisk = counts[2];
    this.begin = times[0];
    this.time = times[1];
    this.end = times[2];
  }

  static LifeTable of(ExitSummary summary, long horizon, Clock clock) {
    StepHistogram exits = summary.exitSteps();
    StepHistogram lost = summary.divergedSteps();
    StepHistogram both = exits.merge(lost);
    int n = both.size();
    long[] first = LongStream.range(0, n).map(j -> both.first((int) j)).toArray();
    long[] last = LongStream.range(0, n).map(j -> Math.min(horizon, both.last((int) j))).toArray();
    long[] exited = countsAt(first, exits);
    long[] diverged = countsAt(first, lost);
    long[] atRisk = new long[n];
    long left = summary.trajectories();
    for (int j = 0; j < n; j++) {
      atRisk[j] = left;
      left -= exited[j] + diverged[j];
    }
    return new LifeTable(
        new long[][] {first, last},
        new long[][] {exited, diverged, atRisk},
        times(first, last, clock));
  }

  private static long[] countsAt(long[] first, StepHistogram histogram) {
    long[] counts = new long[first.length];
    for (int j = 0; j < histogram.size(); j++) {
      counts[Arrays.binarySearch(first, histogram.first(j))] = histogram.count(j);
    }
    return counts;
  }

  /** Model times at the beginning, of exits, and at the end of each bucket, in one go. */
  private static double[][] times(long[] first, long[] last, Clock clock) {
    int n = first.length;
    long[] steps = Arrays.copyOf(first, 3 * n);
    for (int j = 0; j < n; j++) {
      steps[n + j] = last[j];
      steps[2 * n + j] = first[j] - 1;
    }
    double[] at = clock.at(steps);
    double[] middle = new double[n];
    for (int j = 0; j < n; j++) {
      middle[j] =
          clock.lags()
              ? (clock.dated(at[j], first[j]) + clock.dated(at[n + j], last[j])) / 2
              : (at[j] + at[n + j]) / 2;
    }
    return new double[][] {
      Arrays.copyOfRange(at, 2 * n, 3 * n), middle, Arrays.copyOfRange(at, n, 2 * n)
    };
  }

  /** Buckets, numbered 0 <= j < size(). */
  int size() {
    return first.length;
  }

  /** The fewest steps of the bucket. */
  long first(int j) {
    return first[j];
  }

  /** The most steps of the bucket, not beyond the horizon. */
  long last(int j) {
    return last[j];
  }

  /** Trajectories that left in the bucket. */
  long exited(int j) {
    return exited[j];
  }

  /** Trajectories that diverged in the bucket. */
  long diverged(int j) {
    return diverged[j];
  }

  /** Trajectories that had neither exited nor diverged before the bucket. */
  long atRisk(int j) {
    return atRisk[j];
  }

  /** Those that neither exited nor diverged in the bucket or before. */
  long remaining(int j) {
    return atRisk[j] - exited[j] - diverged[j];
  }

  /** Model time after the step before the bucket. */
  double begin(int j) {
    return begin[j];
  }

  /** Model time after the last step of the bucket. */
  double end(int j) {
    return end[j];
  }

  /** Model time that stands for all its steps: within 2^-11 of each, exact for a single step. */
  double time(int j) {
    return time[j];
  }
}
