package org.escapement.estimate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExactSum;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.Summary;

/**
 * What is kept of pairs of trajectories that saw the same random numbers in two cells: exact sums
 * of their restricted exit times a and b, of the differences a - b, and of all squares.
 *
 * <p>A restricted time is the smaller of exit time and a model time that both cells reached, so
 * that censoring does no harm. Pairs of which one diverged are counted and left out.
 */
public final class DifferenceSummary implements Summary<DifferenceSummary> {
  private static final int SUMS = 6;

  private final long pairs;
  private final long exited;
  private final long diverged;
  private final List<ExactSum> sums;

  private DifferenceSummary(long pairs, long exited, long diverged, List<ExactSum> sums) {
    this.pairs = pairs;
    this.exited = exited;
    this.diverged = diverged;
    this.sums = sums;
  }

  /**
   * Pairs row by row.
   *
   * @param a rows of one cell
   * @param b rows of the other cell for the same trajectories
   * @param end model time to which exit times are restricted: until then both cells were watched;
   *     infinite when no trajectory was censored
   * @throws IllegalArgumentException when the rows belong to different trajectories
   */
  public static DifferenceSummary of(ExitRows a, ExitRows b, double end) {
    if (a.first() != b.first() || a.size() != b.size()) {
      throw new IllegalArgumentException(
          "rows of different trajectories: %d from %d and %d from %d"
              .formatted(a.size(), a.first(), b.size(), b.first()));
    }
    Tally tally = new Tally();
    for (int row = 0; row < a.size(); row++) {
      tally.add(a, b, row, end);
    }
    return new DifferenceSummary(tally.pairs, tally.exited, tally.diverged, tally.sums);
  }

  /** Pairs in the sums: none of the two diverged. */
  public long pairs() {
    return pairs;
  }

  /** Pairs in the sums of which at least one exited before the restriction. */
  public long exited() {
    return exited;
  }

  /** Pairs that are left out because one of the two diverged. */
  public long diverged() {
    return diverged;
  }

  /** Sum of j: 0 a, 1 a^2, 2 b, 3 b^2, 4 a - b, 5 (a - b)^2; model time and its square. */
  BigDecimal sum(int j) {
    return sums.get(j).value();
  }

  @Override
  public DifferenceSummary merge(DifferenceSummary other) {
    List<ExactSum> both = new ArrayList<>();
    for (int j = 0; j < SUMS; j++) {
      ExactSum sum = sums.get(j).copy();
      sum.add(other.sums.get(j));
      both.add(sum);
    }
    return new DifferenceSummary(
        pairs + other.pairs, exited + other.exited, diverged + other.diverged, both);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeLong(pairs);
    out.writeLong(exited);
    out.writeLong(diverged);
    for (ExactSum sum : sums) {
      sum.write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static DifferenceSummary read(DataInput in) throws IOException {
    long pairs = in.readLong();
    long exited = in.readLong();
    long diverged = in.readLong();
    List<ExactSum> sums = new ArrayList<>();
    for (int j = 0; j < SUMS; j++) {
      sums.add(ExactSum.read(in));
    }
    return new DifferenceSummary(pairs, exited, diverged, sums);
  }

  private static final class Tally {
    private final List<ExactSum> sums = new ArrayList<>();
    private long pairs;
    private long exited;
    private long diverged;

    Tally() {
      for (int j = 0; j < SUMS; j++) {
        sums.add(new ExactSum());
      }
    }

    void add(ExitRows a, ExitRows b, int row, double end) {
      if (a.ending(row) == Ending.DIVERGED || b.ending(row) == Ending.DIVERGED) {
        diverged++;
        return;
      }
      pairs++;
      exited += isExited(a, row, end) || isExited(b, row, end) ? 1 : 0;
      double timeA = Math.min(a.time(row), end);
      double timeB = Math.min(b.time(row), end);
      add(0, timeA);
      add(2, timeB);
      add(4, timeA - timeB);
    }

    private static boolean isExited(ExitRows rows, int row, double end) {
      return rows.ending(row) == Ending.EXITED && rows.time(row) <= end;
    }

    private void add(int j, double x) {
      sums.get(j).add(x);
      sums.get(j + 1).addSquare(x);
    }
  }
}
