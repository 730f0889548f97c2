package org.escapement.bench;

import java.util.Locale;
import org.escapement.kernel.Kernels;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.Simulation;

/**
 * Times the engine itself on one task and prints the line that src/bench/run reads: contestant,
 * task, ns per lane-step and coordinate, mean exit step, its standard error, trajectories.
 *
 * <p>Usage: {@code Rate CONTESTANT TASK SECONDS [LANES]}. It warms up for as long as it measures,
 * in chunks of some tenths of a second, and keeps the fastest third of them: other work on the
 * machine only ever slows a chunk down.
 */
final class Rate {
  private static final int PILOT = 20_000;

  private final Task task;
  private final int lanes;
  private int chunks;
  private Exits.Sums sums = new Exits.Sums(0, 0, 0);

  private Rate(Task task, int lanes) {
    this.task = task;
    this.lanes = lanes;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    Task task = Task.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace('-', '_'));
    double seconds = Double.parseDouble(arguments[2]);
    int lanes = arguments.length > 3 ? Integer.parseInt(arguments[3]) : Simulation.LANES;
    System.err.println(Kernels.best().description() + ", JDK " + Runtime.version().feature());
    new Rate(task, lanes).print(arguments[0], seconds);
  }

  private void print(String contestant, double seconds) {
    long end = System.nanoTime() + (long) (1e9 * seconds);
    double nanosPerTrajectory = 0;
    while (System.nanoTime() < end) {
      nanosPerTrajectory = trial(PILOT) * sums.mean();
    }
    int trajectories = (int) (2e8 / nanosPerTrajectory);
    double[] trials = new double[(int) Math.max(3, seconds / 0.2)];
    for (int k = 0; k < trials.length; k++) {
      trials[k] = trial(trajectories);
    }
    java.util.Arrays.sort(trials);
    System.out.printf(
        Locale.ROOT,
        "%s\t%s\t%.4f\t%.4f\t%.4f\t%d%n",
        contestant,
        task.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        trials[trials.length / 6] / task.coordinates,
        sums.mean(),
        sums.standardError(),
        sums.trajectories());
  }

  /** Nanoseconds per step in one more chunk. */
  private double trial(int trajectories) {
    Chunk chunk = new Chunk(chunks, (long) chunks << 24, trajectories);
    chunks++;
    long begin = System.nanoTime();
    ChunkResult<Exits.Sums> result =
        Simulation.run(task.experiment, new RandomKey(1, 2), new Exits(), chunk, lanes);
    double nanos = System.nanoTime() - begin;
    sums = sums.merge(result.summary());
    return nanos / result.steps();
  }
}
