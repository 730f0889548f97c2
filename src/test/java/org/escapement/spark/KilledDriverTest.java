package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.escapement.study.LocalRunner;
import org.escapement.study.Outcome;
import org.escapement.study.Runner;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the driver in mid-run, then the same again: the same tables. */
class KilledDriverTest {
  private static final Study STUDY = ExampleStudy.wide(3000, 200);

  @TempDir Path folder;

  @Test
  void theSameCommandEndsInTheSameTables() throws Exception {
    Storage undisturbed = HadoopStorage.writing(folder.resolve("a").toString(), STUDY);
    String expected =
        ExampleStudy.digests(STUDY, new LocalRunner(2, undisturbed.exits()), undisturbed);

    String out = folder.resolve("b").toString();
    try (ChildJvm driver =
        ChildJvm.start(
            folder.resolve("log"),
            System.getProperty("java.class.path"),
            Driver.class.getName(),
            out)) {
      driver.await("outcome 36$", Duration.ofSeconds(90));
      driver.kill();
    }
    assertThat(folder.resolve("b/double_well/runs")).doesNotExist();

    Storage storage = HadoopStorage.writing(out, STUDY);
    assertThat(chunks(storage)).hasSizeGreaterThanOrEqualTo(24).hasSizeLessThan(48);
    assertThat(Driver.run(out, UnaryOperator.identity())).isEqualTo(expected);
    assertThat(Files.exists(folder.resolve("b/double_well/runs/run=" + STUDY.run()))).isTrue();
  }

  private static List<Outcome> chunks(Storage storage) {
    List<Outcome> outcomes = new ArrayList<>();
    storage.ledger().read(STUDY.cells(), outcomes::add);
    return outcomes;
  }

  /** What is killed. */
  static final class Driver {
    private Driver() {}

    public static void main(String[] arguments) {
      run(arguments[0], Driver::counting);
    }

    static String run(String out, UnaryOperator<Runner> how) {
      SparkConf conf = new SparkConf(false).setMaster("local[2]").setAppName("driver");
      try (Cluster cluster = Cluster.connect(Cluster.settings(conf))) {
        Storage storage = cluster.storage(out, STUDY);
        return ExampleStudy.digests(STUDY, how.apply(cluster.runner(storage.exits())), storage);
      }
    }

    private static Runner counting(Runner runner) {
      int[] count = {0};
      return (title, work, done) ->
          runner.run(
              title,
              work,
              outcome -> {
                done.accept(outcome);
                System.out.println("outcome " + ++count[0]);
                pause();
              });
    }

    /** Leaves the test the time to kill. */
    private static void pause() {
      try {
        Thread.sleep(100);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
