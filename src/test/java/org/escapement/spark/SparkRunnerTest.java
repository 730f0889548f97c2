package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.study.ChunkCall;
import org.escapement.study.ClusterException;
import org.escapement.study.ExitStore;
import org.escapement.study.Outcome;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark changes nothing: the outcomes are those of a loop, bit for bit, whatever fails on the way.
 */
@Tag("digits")
class SparkRunnerTest {
  private static final Study STUDY = ExampleStudy.study(700, 150);
  private static final int CHUNK = 100;

  private static SparkContext spark;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    spark =
        new SparkContext(
            Cluster.settings(new SparkConf(false).setMaster("local[2]").setAppName("runner")));
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void equalsALoop() throws IOException {
    Storage here = HadoopStorage.writing(folder.resolve("here").toString(), STUDY);
    Map<String, Outcome> expected = new TreeMap<>();
    for (Work work : ExampleStudy.work(STUDY, CHUNK)) {
      Outcome outcome = ChunkCall.run(work, here.exits());
      expected.put(key(outcome), outcome);
    }
    Storage there = storage("there");
    assertSame(run(there.exits()), expected);
    List<List<Chunk>> chunks =
        STUDY.cells().stream().map(cell -> ExampleStudy.chunks(STUDY, CHUNK)).toList();
    assertThat(there.writeExits(STUDY, chunks)).isEqualTo(here.writeExits(STUDY, chunks));
  }

  @Test
  void failedTasksAreTriedAgain() {
    assertSame(run(new Failing(storage("failing").exits(), 3)), run(storage("there").exits()));
  }

  @Test
  void givesUpInTheEnd() {
    Failing failing = new Failing(storage("failing").exits(), 4);
    assertThatThrownBy(() -> run(failing))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("Spark gave up")
        .hasMessageContaining("the disk is full");
  }

  @Test
  void whatTheListenerThrowsEndsTheJob() {
    SparkRunner runner = new SparkRunner(spark, storage("listener").exits());
    assertThatThrownBy(
            () ->
                runner.run(
                    "title",
                    ExampleStudy.work(STUDY, CHUNK),
                    outcome -> {
                      throw new IllegalStateException("enough");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");
    assertThat(spark.statusTracker().getActiveJobIds().length).isLessThanOrEqualTo(1);
  }

  private Storage storage(String name) {
    return HadoopStorage.writing(
        folder.resolve(name).toString(),
        STUDY,
        spark.hadoopConfiguration(),
        java.util.Optional.of(spark));
  }

  private static Map<String, Outcome> run(ExitStore store) {
    Thread caller = Thread.currentThread();
    List<Outcome> outcomes = new ArrayList<>();
    new SparkRunner(spark, store)
        .run(
            "How long? (round 0)",
            ExampleStudy.work(STUDY, CHUNK),
            outcome -> {
              assertThat(Thread.currentThread()).isSameAs(caller);
              outcomes.add(outcome);
            });
    Map<String, Outcome> sorted = new TreeMap<>();
    outcomes.forEach(outcome -> sorted.put(key(outcome), outcome));
    assertThat(sorted).hasSameSizeAs(outcomes);
    return sorted;
  }

  private static String key(Outcome outcome) {
    return outcome.cellKey() + " " + outcome.chunk();
  }

  private static void assertSame(Map<String, Outcome> found, Map<String, Outcome> expected) {
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (key, outcome) -> {
          Findings summary = expected.get(key).summary();
          assertThat(outcome.failure()).isEmpty();
          assertThat(outcome.summary()).isEqualTo(summary);
          assertThat(outcome.steps()).isEqualTo(expected.get(key).steps());
        });
  }

  /** The first attempts of every task that keeps something find the disk full. */
  private record Failing(ExitStore store, int times) implements ExitStore {
    @Override
    public void write(String cellKey, Chunk chunk, ExitRows rows) throws IOException {
      if (TaskContext.get().attemptNumber() < times) {
        throw new IOException("the disk is full");
      }
      store.write(cellKey, chunk, rows);
    }

    @Override
    public ExitRows read(String cellKey, Chunk chunk) throws IOException {
      return store.read(cellKey, chunk);
    }
  }
}
