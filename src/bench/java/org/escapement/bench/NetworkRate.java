package org.escapement.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.escapement.data.NoData;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.kernel.Kernels;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Means;
import org.escapement.measure.Moments;
import org.escapement.model.AfterSteps;
import org.escapement.network.Network;
import org.escapement.noise.NoNoise;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.start.InitialWeights;

/**
 * Times the engine on the job of peers/numpy_network.py, epochs of SGD on a network for images, and
 * prints the line that src/bench/run reads: contestant, task, ns per step, mean loss over all rows
 * after an epoch, its standard error, epochs looked at.
 *
 * <p>Usage: {@code NetworkRate CONTESTANT EPOCHS [THREADS]}. Each epoch is a trajectory. With
 * several threads each runs so many epochs; then it prints epochs per second of all, too.
 */
final class NetworkRate {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROWS = 60000;
  private static final int BATCH = 64;
  private static final int STEPS = ROWS / BATCH;
  private static final int LOOKED_AT = 4;

  private static final Experiment EXPERIMENT =
      new Experiment(
          new Network(
              new Images(ROWS),
              List.of(100),
              "relu",
              "cross-entropy",
              10,
              new Constant(BATCH),
              "reshuffling",
              new NoData()),
          new NoNoise(),
          new Sgd(new Constant(0.02)),
          new InitialWeights(1),
          new WholeSpace(),
          STEPS,
          Double.POSITIVE_INFINITY,
          new AfterSteps());

  private NetworkRate() {}

  /** See the class. */
  public static void main(String[] arguments) throws InterruptedException {
    int epochs = Integer.parseInt(arguments[1]);
    int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    System.err.println(Kernels.best().description() + ", JDK " + Runtime.version().feature());
    epoch(0);
    double[][] nanos = new double[threads][epochs];
    List<Thread> running = new ArrayList<>();
    long begin = System.nanoTime();
    for (double[] mine : nanos) {
      Thread thread = new Thread(() -> Arrays.setAll(mine, i -> epoch(1 + i)));
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.err.printf(
        Locale.ROOT, "%d threads: %.3f epochs/s%n", threads, threads * epochs / seconds);
    print(arguments[0], Arrays.stream(nanos).flatMapToDouble(Arrays::stream).min().orElseThrow());
  }

  private static void print(String contestant, double nanos) {
    Means losses =
        Simulation.run(
                EXPERIMENT,
                new RandomKey(1, 2),
                new Moments(List.of("loss"), new AtHorizon()),
                new Chunk(0, 0, LOOKED_AT))
            .summary();
    System.out.printf(
        Locale.ROOT,
        "%s\tnetwork\t%.4f\t%.6e\t%.6e\t%d%n",
        contestant,
        nanos / STEPS,
        losses.mean(0),
        losses.stdError(0),
        losses.count(0));
  }

  /** CPU time in ns. */
  private static double epoch(int number) {
    long begin = THREADS.getCurrentThreadCpuTime();
    Simulation.run(
        EXPERIMENT, new RandomKey(1, 2), ExitTimes.summaryOnly(), new Chunk(number, number, 1));
    return THREADS.getCurrentThreadCpuTime() - begin;
  }
}
