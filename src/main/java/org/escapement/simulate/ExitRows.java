package org.escapement.simulate;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * How single trajectories ended, in the order of their numbers, for those of a chunk that are kept.
 * Row r belongs to trajectory {@code first() + r}, 0 <= r < size().
 */
public final class ExitRows {
  private final long first;
  private final Ending[] endings;
  private final long[] steps;
  private final double[] times;
  private final int[] sides;
  private final double[][] positions;

  /** Takes the arrays over; positions[k][r] may have fewer rows than the others. */
  public ExitRows(
      long first,
      Ending[] endings,
      long[] steps,
      double[] times,
      int[] sides,
      double[][] positions) {
    this.first = first;
    this.endings = endings;
    this.steps = steps;
    this.times = times;
    this.sides = sides;
    this.positions = positions;
  }

  /** The trajectory of row 0. */
  public long first() {
    return first;
  }

  public int size() {
    return steps.length;
  }

  /** The trajectory's number. */
  public long trajectory(int row) {
    return first + row;
  }

  public Ending ending(int row) {
    return endings[row];
  }

  /** Steps that it made, at least 1. */
  public long step(int row) {
    return steps[row];
  }

  /** Model time of its steps. */
  public double time(int row) {
    return times[row];
  }

  /** By which side it left, an index into the domain's sides; -1 unless it exited. */
  public int side(int row) {
    return sides[row];
  }

  /**
   * Where it ended, in the objective's coordinates; empty when positions are not kept for it or
   * when some coordinate is not finite, as happens to those that diverge.
   */
  public Optional<double[]> position(int row) {
    double[] position = new double[positions.length];
    for (int k = 0; k < positions.length; k++) {
      if (row >= positions[k].length || !Double.isFinite(positions[k][row])) {
        return Optional.empty();
      }
      position[k] = positions[k][row];
    }
    return Optional.of(position);
  }

  /**
   * The rows of trajectories from to end - 1.
   *
   * @throws IndexOutOfBoundsException when some are not here
   */
  public ExitRows slice(long from, long end) {
    int low = Math.toIntExact(from - first);
    int high = Math.toIntExact(end - first);
    Objects.checkFromToIndex(low, high, size());
    double[][] part = new double[positions.length][];
    for (int k = 0; k < part.length; k++) {
      int rows = positions[k].length;
      part[k] = Arrays.copyOfRange(positions[k], Math.min(low, rows), Math.min(high, rows));
    }
    return new ExitRows(
        from,
        Arrays.copyOfRange(endings, low, high),
        Arrays.copyOfRange(steps, low, high),
        Arrays.copyOfRange(times, low, high),
        Arrays.copyOfRange(sides, low, high),
        part);
  }
}
