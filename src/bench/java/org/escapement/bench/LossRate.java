package org.escapement.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.kernel.Kernels;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Means;
import org.escapement.measure.Moments;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;

/**
 * Times the engine on the job of peers/rows.cpp, least squares by batches of rows, and prints the
 * line that src/bench/run reads: contestant, task, ns per lane-step, mean loss after the last step,
 * its standard error, trajectories.
 *
 * <p>Usage: {@code LossRate CONTESTANT SECONDS [LANES]}. It runs twice as long, in chunks, and
 * tells the median of the faster half of them: other work on the machine only ever slows one down.
 */
final class LossRate {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int STEPS = 1000;
  private static final int CHUNK = 512;

  private static final Experiment EXPERIMENT =
      new Experiment(
          new LeastSquares(new Torus(1000, 50, 1.5, 1.5), 10, "without-replacement"),
          new NoNoise(),
          new HeavyBall(new Constant(0.5), new Constant(0.5)),
          Vector.zero(100),
          new WholeSpace(),
          STEPS,
          Double.POSITIVE_INFINITY);

  private final List<Means> sums = new ArrayList<>();

  private LossRate() {}

  /** See the class. */
  public static void main(String[] arguments) {
    double seconds = Double.parseDouble(arguments[1]);
    int lanes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 64;
    System.err.println(Kernels.best().description() + ", JDK " + Runtime.version().feature());
    new LossRate().print(arguments[0], seconds, lanes);
  }

  private void print(String contestant, double seconds, int lanes) {
    double[] nanos = new double[4096];
    int count = 0;
    long begin = THREADS.getCurrentThreadCpuTime();
    while (count < 8 || THREADS.getCurrentThreadCpuTime() - begin < 2e9 * seconds) {
      nanos[count++ % nanos.length] = nanosPerStep(count, lanes);
    }
    int made = Math.min(count, nanos.length);
    Arrays.sort(nanos, 0, made);
    Means all = sums.stream().reduce(Means::merge).orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%s\tleast-squares\t%.4f\t%.6e\t%.6e\t%d%n",
        contestant,
        nanos[made / 4],
        all.mean(0),
        all.stdError(0),
        all.count(0));
  }

  private double nanosPerStep(int number, int lanes) {
    Chunk chunk = new Chunk(number, (long) number * CHUNK, CHUNK);
    long begin = THREADS.getCurrentThreadCpuTime();
    ChunkResult<Means> result =
        Simulation.run(
            EXPERIMENT,
            new RandomKey(1, 2),
            new Moments(List.of("loss"), new AtHorizon()),
            chunk,
            lanes);
    double nanos = THREADS.getCurrentThreadCpuTime() - begin;
    sums.add(result.summary());
    return nanos / result.steps();
  }
}
