package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.escapement.simulate.Chunk;

/**
 * Cuts what is still to be done into chunks. Where a cell is cut follows from the steps that its
 * pilot took, never from time or from the cluster.
 */
public final class Plan {
  /** Trajectories of the pilot, the first chunk of each cell. */
  public static final int PILOT = 64;

  /** Coordinate-steps that a chunk aims at: about half a second of one core. */
  private static final long AIM = 1L << 28;

  /**
   * Trajectories that keep the lanes full: with exponential exit times the last 256 of 2048 cost
   * about 6 % more than their steps.
   */
  private static final int FULL_LANES = 2048;

  /**
   * Coordinate-steps that no chunk should exceed, for a core must not be busy for long at the end.
   */
  private static final long MOST = 1L << 33;

  /** Trajectories that a chunk may keep in memory while it runs. */
  private static final int LARGEST = 1 << 18;

  /**
   * Chunks planned at once: so many descriptions fit a small driver, and keep a large cluster busy.
   */
  private static final int MOST_WORK = 1 << 17;

  private Plan() {}

  /**
   * The work below the goals, or as much of it as is planned at once: the longest first, so that no
   * core is left alone with a long one at the end.
   */
  static List<Work> work(Collection<CellProgress> cells, long keepBelow) {
    List<Work> work = new ArrayList<>();
    for (CellProgress cell : cells) {
      if (!cell.isFailed() && work.size() < MOST_WORK) {
        for (long[] gap : cell.gaps()) {
          cut(cell, gap[0], gap[1], keepBelow, work);
        }
      }
    }
    work.sort(
        Comparator.comparingLong(Work::expectedSteps)
            .reversed()
            .thenComparingInt(w -> w.cell().number())
            .thenComparingLong(w -> w.chunk().first()));
    return work;
  }

  /**
   * Trajectories of the chunks after the pilot.
   *
   * @param cost of a step, in coordinate-steps
   */
  public static int chunkSize(long pilotSteps, double cost) {
    double perTrajectory = Math.max(1, pilotSteps) / (double) PILOT * cost;
    double wanted = Math.min(Math.max(AIM / perTrajectory, FULL_LANES), LARGEST);
    double bounded = Math.max(Math.min(wanted, MOST / perTrajectory), PILOT);
    return Integer.highestOneBit((int) bounded);
  }

  private static void cut(
      CellProgress cell, long first, long end, long keepBelow, List<Work> work) {
    int size = chunkSize(cell.pilotSteps(), cell.cell().experiment().cost());
    long from = first;
    while (from < end && work.size() < MOST_WORK) {
      long number = from < PILOT ? 0 : (from - PILOT) / size + 1;
      long next = number == 0 ? PILOT : PILOT + number * size;
      int trajectories = (int) (Math.min(next, end) - from);
      long expected = trajectories * (cell.pilotSteps() / PILOT);
      Chunk chunk = new Chunk(number, from, trajectories);
      work.add(new Work(cell.cell(), chunk, keepBelow, expected));
      from += trajectories;
    }
  }
}
