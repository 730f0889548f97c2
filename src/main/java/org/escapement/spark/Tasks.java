package org.escapement.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.escapement.study.ClusterException;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** Runs independent calls as one Spark job and hands each result over as soon as it is there. */
final class Tasks {
  /** Beyond this the driver's work for each task, about a millisecond, begins to count. */
  private static final int MOST = 20_000;

  private static final long WAIT_MILLISECONDS = 200;

  private final SparkContext spark;

  Tasks(SparkContext spark) {
    this.spark = spark;
  }

  /** What an executor does; travels there. */
  interface Call<T, R> extends Serializable {
    R call(T argument) throws IOException;

    /** Comes before the arguments of a task are unpacked. */
    default void prepare() {}
  }

  /**
   * Calls with every argument, the first of the list first, and returns when all is done. A call
   * that throws is tried again by Spark.
   *
   * @param title stands in the Spark UI
   * @param take is called on this thread
   * @throws ClusterException when Spark gives up
   */
  <T, R> void run(String title, List<T> arguments, Call<T, R> call, Consumer<R> take) {
    if (arguments.isEmpty()) {
      return;
    }
    List<List<T>> groups = groups(arguments, MOST);
    BlockingQueue<List<R>> arrived = new LinkedBlockingQueue<>();
    spark.setJobGroup(title, title, false);
    SimpleFutureAction<Integer> job = begin(groups, new CallAll<>(call), arrived);
    try {
      for (int taken = 0; taken < groups.size(); taken++) {
        next(job, arrived).forEach(take);
      }
    } finally {
      if (!job.isCompleted()) {
        job.cancel();
      }
      spark.clearJobGroup();
    }
  }

  /**
   * Group p holds the arguments p, p + n, p + 2n, ...: all groups are alike when like stands beside
   * like.
   */
  static <T> List<List<T>> groups(List<T> arguments, int most) {
    int n = Math.min(arguments.size(), most);
    List<List<T>> groups = new ArrayList<>(n);
    for (int p = 0; p < n; p++) {
      groups.add(new ArrayList<>());
    }
    for (int j = 0; j < arguments.size(); j++) {
      groups.get(j % n).add(arguments.get(j));
    }
    return groups;
  }

  private <T, R> SimpleFutureAction<Integer> begin(
      List<List<T>> groups, CallAll<T, R> call, BlockingQueue<List<R>> arrived) {
    try {
      return submit(groups, call, arrived);
    } catch (IllegalStateException refused) {
      throw spark.isStopped() ? givenUp(refused) : refused;
    }
  }

  private <T, R> SimpleFutureAction<Integer> submit(
      List<List<T>> groups, CallAll<T, R> call, BlockingQueue<List<R>> arrived) {
    List<Packed<List<T>>> packed = groups.stream().map(Packed::new).toList();
    RDD<Packed<List<T>>> partitions =
        JavaSparkContext.fromSparkContext(spark).parallelize(packed, packed.size()).rdd();
    List<Object> all = IntStream.range(0, groups.size()).<Object>mapToObj(j -> j).toList();
    return spark.submitJob(
        partitions,
        call,
        CollectionConverters.asScala(all).toSeq(),
        new Arrival<>(arrived),
        groups::size);
  }

  private <R> List<R> next(SimpleFutureAction<Integer> job, BlockingQueue<List<R>> arrived) {
    try {
      while (true) {
        boolean over = job.isCompleted();
        List<R> results = arrived.poll(over ? 0 : WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
        if (results != null) {
          return results;
        }
        if (over) {
          throw givenUp(job.value().get().failed().get());
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ClusterException("interrupted while waiting for Spark", stop);
    }
  }

  private ClusterException givenUp(Throwable cause) {
    String what =
        spark.isStopped()
            ? "Spark was stopped; the same command goes on from the ledger: "
            : "Spark gave up: ";
    return new ClusterException(what + Reason.of(cause), cause);
  }

  /** A task: all calls of one group. */
  private static final class CallAll<T, R>
      implements Function1<Iterator<Packed<List<T>>>, List<R>>, Serializable {
    private final Call<T, R> call;

    CallAll(Call<T, R> call) {
      this.call = call;
    }

    @Override
    public List<R> apply(Iterator<Packed<List<T>>> partition) {
      List<R> results = new ArrayList<>();
      try {
        call.prepare();
        for (T argument : partition.next().open()) {
          results.add(call.call(argument));
        }
      } catch (IOException failed) {
        throw new java.io.UncheckedIOException(failed);
      }
      return results;
    }
  }

  /** What the driver does with the results of a task, on a thread of Spark's that must not wait. */
  private static final class Arrival<R> implements Function2<Object, List<R>, BoxedUnit> {
    private final BlockingQueue<List<R>> arrived;

    Arrival(BlockingQueue<List<R>> arrived) {
      this.arrived = arrived;
    }

    @Override
    public BoxedUnit apply(Object partition, List<R> results) {
      arrived.add(results);
      return BoxedUnit.UNIT;
    }
  }
}
