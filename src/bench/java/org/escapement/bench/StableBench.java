package org.escapement.bench;

import java.util.concurrent.TimeUnit;
import org.escapement.kernel.Kernels;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** ns per four stable numbers of index 3/2. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Lanes.COUNT)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StableBench {
  private final Kernels kernels = Kernels.best();
  private final Lanes lanes = new Lanes();
  private final Draws draws = new Draws(new RandomKey(1, 2), Lanes.COUNT);

  /** From an address: bits, angles and powers. */
  @Benchmark
  public double[] draw() {
    draws.stable(1.5, lanes.trajectories, lanes.steps, Lanes.COUNT, 0, lanes.drawn);
    return lanes.drawn[0];
  }

  /** The angles alone, one lane's for one step. */
  @Benchmark
  public double[] stableAngles() {
    kernels.stableAngles(1.5, lanes.word0, Lanes.COUNT, lanes.out0, lanes.out1, lanes.out2);
    return lanes.out0;
  }

  /** The same arrays, merely copied. */
  @Benchmark
  public double[] baseline() {
    System.arraycopy(lanes.positive, 0, lanes.out0, 0, Lanes.COUNT);
    return lanes.out0;
  }
}
