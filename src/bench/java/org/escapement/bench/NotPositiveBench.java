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

/** ns per lane that is looked at for an exit. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Lanes.COUNT)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class NotPositiveBench {
  private final Kernels kernels = Kernels.best();
  private final Lanes lanes = new Lanes();

  /** All lanes inside. */
  @Benchmark
  public int notPositive() {
    return kernels.notPositive(lanes.positive, Lanes.COUNT, lanes.found);
  }

  /** The same arrays, merely copied. */
  @Benchmark
  public double[] baseline() {
    System.arraycopy(lanes.positive, 0, lanes.out0, 0, Lanes.COUNT);
    return lanes.out0;
  }
}
