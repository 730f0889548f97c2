package org.escapement.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.escapement.data.DataSet;
import org.escapement.kernel.Kernels;
import org.escapement.study.ChunkCall;
import org.escapement.study.ExitStore;
import org.escapement.study.Outcome;
import org.escapement.study.ReadData;
import org.escapement.study.Runner;
import org.escapement.study.Work;
import org.slf4j.LoggerFactory;

/** Runs chunks on the executors of a Spark application; one call is one Spark job. */
public final class SparkRunner implements Runner {
  private final SparkContext spark;
  private final ExitStore exits;
  private final Set<DataSet> delivered = new HashSet<>();
  private final ArrayList<Broadcast<Delivery>> deliveries = new ArrayList<>();

  SparkRunner(SparkContext spark, ExitStore exits) {
    this.spark = spark;
    this.exits = exits;
  }

  @Override
  public void run(String title, List<Work> work, Consumer<Outcome> done) {
    new Tasks(spark).run(title, work, new RunChunk(exits, deliveries(work)), done);
  }

  /** What the chunks need that is read: it goes once to every executor, whatever runs there. */
  private ArrayList<Broadcast<Delivery>> deliveries(List<Work> work) {
    if (!spark.isLocal()) {
      Set<DataSet> needed = ReadData.of(work.stream().map(Work::cell).distinct().toList());
      needed.removeAll(delivered);
      if (!needed.isEmpty()) {
        Delivery delivery = Delivery.of(needed);
        deliveries.add(JavaSparkContext.fromSparkContext(spark).broadcast(delivery));
        delivered.addAll(needed);
      }
    }
    return deliveries;
  }

  /** What an executor does with a chunk. */
  private record RunChunk(ExitStore exits, ArrayList<Broadcast<Delivery>> deliveries)
      implements Tasks.Call<Work, Outcome> {
    @Override
    public void prepare() {
      deliveries.forEach(delivery -> delivery.value().unload());
    }

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
