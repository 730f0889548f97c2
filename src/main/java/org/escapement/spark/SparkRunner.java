package org.escapement.spark;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.escapement.kernel.Kernels;
import org.escapement.study.ChunkCall;
import org.escapement.study.ExitStore;
import org.escapement.study.Outcome;
import org.escapement.study.Runner;
import org.escapement.study.Work;
import org.slf4j.LoggerFactory;

/** Runs chunks on the executors of a Spark application; one call is one Spark job. */
public final class SparkRunner implements Runner {
  private final SparkContext spark;
  private final ExitStore exits;

  SparkRunner(SparkContext spark, ExitStore exits) {
    this.spark = spark;
    this.exits = exits;
  }

  @Override
  public void run(String title, List<Work> work, Consumer<Outcome> done) {
    new Tasks(spark).run(title, work, new RunChunk(exits), done);
  }

  /** What an executor does with a chunk. */
  private record RunChunk(ExitStore exits) implements Tasks.Call<Work, Outcome> {
    @Override
    public Outcome call(Work work) throws IOException {
      Executor.announce();
      return ChunkCall.run(work, exits);
    }
  }

  /**
   * Says once in the log of each executor which kernels it runs; the choice itself warns where they
   * are slow, and the table runs says it of the driver.
   */
  private static final class Executor {
    static {
      String id = SparkEnv.get().executorId();
      if (!id.equals("driver")) {
        LoggerFactory.getLogger(SparkRunner.class)
            .debug("executor {}: {} kernels", id, Kernels.best().description());
      }
    }

    /** Only the first call in a JVM does something. */
    static void announce() {}
  }
}
