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

/** ns per logarithm. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(Lanes.COUNT)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogBench {
  private final Kernels kernels = Kernels.best();
  private final Lanes lanes = new Lanes();

  /** One number a lane. */
  @Benchmark
  public double[] log() {
    kernels.log(-1, lanes.positive, Lanes.COUNT, lanes.out0);
    return lanes.out0;
  }

  /** The same arrays, merely copied. */
  @Benchmark
  public double[] baseline() {
    System.arraycopy(lanes.positive, 0, lanes.out0, 0, Lanes.COUNT);
    return lanes.out0;
  }
}
