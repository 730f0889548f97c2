package org.escapement.cli;

import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Simulation;
import org.escapement.study.Cell;
import org.escapement.study.Plan;

/**
 * What a cell will cost, from its first trajectories.
 *
 * <p>The pilot is run with a horizon that grows until most have ended or its time is over. If none
 * has left by then, the cost is only bounded from below.
 *
 * @param chunks into which the cell will be cut
 * @param stepsEach of one trajectory, mean
 * @param steps of all trajectories
 * @param seconds of one core
 * @param isBound whether these are lower bounds
 */
record Pilot(
    Cell cell, double chunks, double stepsEach, double steps, double seconds, boolean isBound) {
  private static final long FIRST_HORIZON = 1L << 12;
  private static final long GROWTH = 4;

  /** Enough to fill the lanes, for about a millisecond. */
  private static final int RATE_TRAJECTORIES = 1024;

  private static final long RATE_HORIZON = 512;
  private static final long SHORTEST_RATE_HORIZON = 8;

  /** Steps that cost more than so many coordinate-steps are timed over fewer of them. */
  private static final double DEAR = 64;

  private static final double WARM_UP_SECONDS = 1.5;

  private static final double NANOSECOND = 1e-9;

  /** Makes the JVM compile what pilots run, so that they go as fast as a long run does. */
  static void warmUp(Cell cell) {
    Chunk chunk = new Chunk(0, 0, RATE_TRAJECTORIES);
    long until = System.nanoTime() + (long) (WARM_UP_SECONDS / NANOSECOND);
    while (System.nanoTime() < until) {
      run(cell, chunk, rateHorizon(cell));
    }
  }

  /** Runs the pilot of a cell for about so many seconds at most. */
  static Pilot of(Cell cell, long trajectories, double seconds) {
    long deadline = System.nanoTime() + (long) (seconds / NANOSECOND / 2);
    double stepSeconds = stepSeconds(cell);
    Chunk chunk = new Chunk(0, 0, (int) Math.min(Plan.PILOT, trajectories));
    long horizon = Math.min(FIRST_HORIZON, cell.experiment().horizon());
    ChunkResult<ExitSummary> result = run(cell, chunk, horizon);
    while (result.summary().censored() > 0
        && horizon < cell.experiment().horizon()
        && System.nanoTime() < deadline) {
      horizon = Math.min(horizon * GROWTH, cell.experiment().horizon());
      result = run(cell, chunk, horizon);
    }
    return of(cell, trajectories, result, stepSeconds, horizon);
  }

  private static Pilot of(
      Cell cell,
      long trajectories,
      ChunkResult<ExitSummary> result,
      double stepSeconds,
      long horizon) {
    ExitSummary summary = result.summary();
    long ended = summary.exited() + summary.diverged();
    boolean complete = summary.censored() == 0 || horizon == cell.experiment().horizon();
    double each = complete ? mean(result) : extrapolated(result, cell.experiment().horizon());
    double steps = each * trajectories;
    long size = Plan.chunkSize((long) (each * Plan.PILOT), cell.experiment().cost());
    double chunks = 1 + Math.ceil(Math.max(0, trajectories - Plan.PILOT) / (double) size);
    return new Pilot(cell, chunks, each, steps, steps * stepSeconds, !complete && ended == 0);
  }

  private static double mean(ChunkResult<ExitSummary> result) {
    return (double) result.steps() / result.summary().trajectories();
  }

  /** As if exit times were exponential: time at risk per exit, cut at the horizon. */
  private static double extrapolated(ChunkResult<ExitSummary> result, long horizon) {
    long ended = result.summary().exited() + result.summary().diverged();
    if (ended == 0) {
      return mean(result);
    }
    double m = (double) result.steps() / ended;
    return -m * StrictMath.expm1(-horizon / m);
  }

  private static ChunkResult<ExitSummary> run(Cell cell, Chunk chunk, long horizon) {
    return Simulation.run(
        cell.experiment().within(Math.min(horizon, cell.experiment().horizon())),
        cell.randomKey(),
        ExitTimes.summaryOnly(),
        chunk);
  }

  private static long rateHorizon(Cell cell) {
    double cost = Math.max(1, cell.experiment().cost() / DEAR);
    return Math.max(SHORTEST_RATE_HORIZON, (long) (RATE_HORIZON / cost));
  }

  /**
   * Time of one step of one trajectory while the lanes are full, once the code is compiled: the
   * fastest of a few.
   */
  private static double stepSeconds(Cell cell) {
    Chunk chunk = new Chunk(0, 0, RATE_TRAJECTORIES);
    double least = Double.POSITIVE_INFINITY;
    for (int attempt = 0; attempt < 5; attempt++) {
      long began = System.nanoTime();
      long steps = run(cell, chunk, rateHorizon(cell)).steps();
      least = Math.min(least, (System.nanoTime() - began) * NANOSECOND / steps);
    }
    return least;
  }

  /** "> " before a number that is only a lower bound. */
  String bound() {
    return isBound ? "> " : "";
  }
}
