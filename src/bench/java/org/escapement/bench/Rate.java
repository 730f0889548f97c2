package org.escapement.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import org.escapement.kernel.Kernels;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Simulation;

/**
 * Times the engine itself on one task and prints the line that src/bench/run reads: contestant,
 * task, ns per lane-step and coordinate, mean exit step, its standard error, trajectories.
 *
 * <p>Usage: {@code Rate CONTESTANT TASK SECONDS [LANES]}. It warms up for about as long as it
 * measures, in chunks of half a second of CPU time, and tells the median of the faster half of
 * them: other work on the machine only ever slows a chunk down.
 */
final class Rate {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int PILOT = 20_000;
  private static final double CHUNK_SECONDS = 0.5;

  private final Task task;
  private final int lanes;
  private int chunks;
  private ExitSummary sum = new ExitSummary.Tally(1).summary();

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
    double[] nanos = new double[(int) Math.max(4, seconds / CHUNK_SECONDS)];
    int trajectories = warmUp(seconds);
    for (int k = 0; k < nanos.length; k++) {
      nanos[k] = nanosPerStep(trajectories);
    }
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s\t%s\t%.4f\t%.4f\t%.4f\t%d%n",
        contestant,
        task.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        nanos[nanos.length / 4] / task.coordinates,
        mean(),
        standardError(),
        sum.trajectories());
  }

  /** The number of trajectories that fill a chunk. */
  private int warmUp(double seconds) {
    double fastest = Double.MAX_VALUE;
    for (double spent = 0; spent < 1e9 * seconds; spent += fastest * PILOT) {
      fastest = Math.min(fastest, nanosPerStep(PILOT) * mean());
    }
    return (int) (1e9 * CHUNK_SECONDS / fastest);
  }

  /** In one more chunk. */
  private double nanosPerStep(int trajectories) {
    Chunk chunk = new Chunk(chunks, (long) chunks << 24, trajectories);
    chunks++;
    long begin = THREADS.getCurrentThreadCpuTime();
    ChunkResult<ExitSummary> result =
        Simulation.run(task.experiment, new RandomKey(1, 2), ExitTimes.summaryOnly(), chunk, lanes);
    double nanos = THREADS.getCurrentThreadCpuTime() - begin;
    sum = sum.merge(result.summary());
    return nanos / result.steps();
  }

  private double mean() {
    return sum.exits().steps().doubleValue() / sum.exited();
  }

  private double standardError() {
    double variance = sum.exits().stepSquares().doubleValue() / sum.exited() - mean() * mean();
    return Math.sqrt(variance / sum.exited());
  }
}
