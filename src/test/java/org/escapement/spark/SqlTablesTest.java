package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.escapement.study.ChunkCall;
import org.escapement.study.Column;
import org.escapement.study.StorageException;
import org.escapement.study.Study;
import org.escapement.study.Table;
import org.escapement.study.Work;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees who knows SQL and nothing else. */
class SqlTablesTest {
  private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.000006Z");

  @TempDir static Path folder;
  private static SqlTables tables;

  @BeforeAll
  static void write() throws Exception {
    // This one would be read as the number 1e456789 if types of partitions were guessed.
    publish("double_well", "000001e45678", 0.5);
    publish("double_well", "ba9876543210", null);
    publish("Heavy_Tails", "000000000001", 0.25);
    Files.createDirectories(folder.resolve("_hidden"));
    Files.createDirectories(folder.resolve("no study"));
    SparkConf settings = new SparkConf(false).setMaster("local[2]").setAppName("sql");
    Directory out = Directory.of(folder.toString(), new Configuration());
    tables = SqlTables.open(Cluster.settings(settings), out);
  }

  private static void publish(String name, String run, Double mean) throws Exception {
    Study study = ExampleStudy.study(name, run, 10, 5);
    HadoopStorage storage = HadoopStorage.writing(folder.toString(), study);
    Work work = ExampleStudy.work(study, 10).get(0);
    storage.ledger().append(List.of(ChunkCall.run(work, storage.exits())));
    storage.publish(study, List.of(summary(mean), runs(run)));
  }

  private static Table summary(Double mean) {
    return new Table(
        "exit_summary",
        List.of(
            new Column("cell", Column.Type.LONG, "number of the cell"),
            new Column("momentum", Column.Type.DOUBLE, "swept: dynamics.momentum"),
            new Column("step_size", Column.Type.DOUBLE, "swept: dynamics.step-size"),
            new Column("mean_time", Column.Type.DOUBLE, "it's the mean, model time"),
            new Column("position", Column.Type.DOUBLES, "length")),
        List.<Object[]>of(new Object[] {0L, 0.0, 0.15, mean, new double[] {1, 2}}));
  }

  private static Table runs(String run) {
    return new Table(
        "runs",
        List.of(
            new Column("run", Column.Type.TEXT, "short hash"),
            new Column("started", Column.Type.TIMESTAMP, "UTC"),
            new Column("digests", Column.Type.TEXT, "table=SHA-256")),
        List.<Object[]>of(new Object[] {run, STARTED, "exit_summary=0"}));
  }

  @AfterAll
  static void stop() {
    tables.close();
  }

  @Test
  void oneSchemaAStudy() {
    assertThat(rows("SHOW DATABASES"))
        .containsExactlyInAnyOrder(
            List.of("default"), List.of("double_well"), List.of("heavy_tails"));
    assertThat(rows("SHOW TABLES IN double_well").stream().map(row -> row.get(1)))
        .containsExactlyInAnyOrder("chunks", "exit_summary", "runs");
  }

  @Test
  void rowsOfAllRuns() {
    SqlResult result =
        tables.query("SELECT run, mean_time, position FROM double_well.exit_summary ORDER BY run");
    assertThat(result.columns()).containsExactly("run", "mean_time", "position");
    assertThat(all(result).toString())
        .isEqualTo("[[000001e45678, 0.5, [1.0, 2.0]], [ba9876543210, null, [1.0, 2.0]]]");
    assertThat(rows("SELECT run, started FROM double_well.runs WHERE run LIKE 'ba%'"))
        .containsExactly(List.of("ba9876543210", STARTED));
    assertThat(rows("SELECT mean_time FROM heavy_tails.exit_summary"))
        .containsExactly(List.of(0.25));
  }

  @Test
  void theLedgerIsATable() {
    assertThat(rows("SELECT sum(trajectories) FROM double_well.chunks"))
        .containsExactly(List.of(20L));
  }

  @Test
  void columnsHaveTheirComments() {
    assertThat(rows("DESCRIBE double_well.exit_summary"))
        .contains(
            List.of("mean_time", "double", "it's the mean, model time"),
            List.of("position", "array<double>", "length"));
  }

  @Test
  void anyoneWhoReadsTheFilesSeesTheComments() {
    String file = folder.resolve("double_well/exit_summary").toString();
    StructType schema = SparkSession.active().read().parquet(file).schema();
    assertThat(schema.apply("mean_time").getComment().get()).isEqualTo("it's the mean, model time");
  }

  @Test
  void mistakesAreExplained() {
    assertThatThrownBy(() -> tables.query("SELEKT 1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SELEKT");
    assertThatThrownBy(() -> tables.query("SELECT x FROM double_well.exit_summary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean_time");
    assertThatThrownBy(() -> rows("SELECT 1 / (cell - cell) FROM double_well.exit_summary"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DIVIDE_BY_ZERO");
    assertThatThrownBy(() -> SqlTables.open(folder.resolve("nowhere").toString()))
        .isInstanceOf(StorageException.class)
        .hasMessageEndingWith("nowhere: there is no such directory");
  }

  private static List<List<Object>> rows(String sql) {
    return all(tables.query(sql));
  }

  private static List<List<Object>> all(SqlResult result) {
    List<List<Object>> rows = new ArrayList<>();
    result.rows().forEachRemaining(rows::add);
    return rows;
  }
}
