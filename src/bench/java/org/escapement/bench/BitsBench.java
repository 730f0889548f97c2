package org.escapement.bench;

import java.util.concurrent.TimeUnit;
import org.escapement.kernel.Kernels;
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

/** ns per block of two random words. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Lanes.COUNT)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BitsBench {
  private final Kernels kernels = Kernels.best();
  private final Lanes lanes = new Lanes();

  /** Two words a lane. */
  @Benchmark
  public long[] bits() {
    kernels.bits(
        lanes.key, lanes.trajectories, lanes.steps, Lanes.COUNT, 0, 0, lanes.word0, lanes.word1);
    return lanes.word0;
  }

  /** The same arrays, merely copied. */
  @Benchmark
  public long[] baseline() {
    System.arraycopy(lanes.trajectories, 0, lanes.word0, 0, Lanes.COUNT);
    System.arraycopy(lanes.steps, 0, lanes.word1, 0, Lanes.COUNT);
    return lanes.word0;
  }
}
