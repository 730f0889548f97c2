package org.escapement.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that start Spark, with a real one on two threads of this JVM. */
class SparkWorkplaceTest {
  private static final String MASTER = "spark.master";

  @TempDir static Path folder;

  /** Settings of spark-submit arrive as system properties. */
  @BeforeAll
  static void chooseMaster() {
    System.setProperty(MASTER, "local[2]");
  }

  @AfterAll
  static void forgetMaster() {
    System.clearProperty(MASTER);
  }

  @Test
  void runsVerifiesReportsAndAnswers() {
    SparkWorkplace spark = new SparkWorkplace();
    String job = JobText.in(folder).toString();
    String out = folder.resolve("tables").toString();
    Command run = Command.run(spark, "run", job, "--out", out);
    assertThat(run.code()).isZero();
    Command local = Command.run("run", job, "--out", folder.resolve("elsewhere").toString());
    assertThat(table(run)).isEqualTo(table(local));

    Command sql =
        Command.run(
            spark, "sql", "SELECT sum(exited) AS n FROM small_job.exit_summary", "--out", out);
    assertThat(sql.out()).isEqualTo("   n\n4000\n(1 row)\n");

    Command wrong = Command.run(spark, "sql", "SELECT m FROM small_job.exit_summary", "--out", out);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err().lines()).hasSize(1);
    assertThat(wrong.err()).startsWith("escapement: ").contains("`m` cannot be resolved");
  }

  @Test
  void aClusterThatIsNotThereIsNoMistakeOfTheUser() {
    System.setProperty(MASTER, "nonsense");
    try {
      Command run =
          Command.run(
              new SparkWorkplace(),
              "run",
              JobText.in(folder).toString(),
              "--out",
              folder.resolve("none").toString());
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.err()).contains("escapement: no Spark at nonsense: ").doesNotContain("\tat ");
    } finally {
      System.setProperty(MASTER, "local[2]");
    }
  }

  private static String table(Command run) {
    return run.out().lines().filter(line -> line.matches(" +[01] .*")).toList().toString();
  }
}
