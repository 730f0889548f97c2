package org.escapement.bench;

import java.util.concurrent.TimeUnit;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Simulation;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many lane-steps per microsecond the whole engine makes: the counter {@code steps}; 1000
 * divided by it is ns per lane-step.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LaneStepBench {
  private static final int TRAJECTORIES = 20_000;

  /** What is run: a name of {@link Task}. */
  @Param({"HEAVY_BALL", "MANY_ENDINGS", "STABLE", "QUADRATIC_1", "QUADRATIC_10"})
  private String task;

  /** Lanes of the batch. */
  @Param({"128", "256", "512", "1024"})
  private int lanes;

  /** Lane-steps made. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Made {
    /** Counts them. */
    public long steps;
  }

  /** A chunk of trajectories, one after the other as lanes become free. */
  @Benchmark
  public ExitSummary run(Made made) {
    ChunkResult<ExitSummary> result =
        Simulation.run(
            Task.valueOf(task).experiment,
            new RandomKey(1, 2),
            ExitTimes.summaryOnly(),
            new Chunk(0, 0, TRAJECTORIES),
            lanes);
    made.steps += result.steps();
    return result.summary();
  }

  /** What a chunk costs besides its steps: as many trajectories as lanes, one step each. */
  @Benchmark
  public ExitSummary baseline(Made made) {
    ChunkResult<ExitSummary> result =
        Simulation.run(
            Task.valueOf(task).oneStep(),
            new RandomKey(1, 2),
            ExitTimes.summaryOnly(),
            new Chunk(0, 0, lanes),
            lanes);
    made.steps += result.steps();
    return result.summary();
  }
}
