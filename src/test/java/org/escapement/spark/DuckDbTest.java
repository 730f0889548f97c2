package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escapement.study.Column;
import org.escapement.study.LocalRunner;
import org.escapement.study.RowSetDigest;
import org.escapement.study.RunListener;
import org.escapement.study.Storage;
import org.escapement.study.Study;
import org.escapement.study.StudyResult;
import org.escapement.study.StudyRun;
import org.escapement.study.Table;
import org.escapement.study.TableDigest;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DuckDB, which shares no code with us, finds in the files of the smoke job what they promise. */
class DuckDbTest {
  private static final Map<Column.Type, String> TYPES =
      Map.of(
          Column.Type.TEXT, "VARCHAR",
          Column.Type.LONG, "BIGINT",
          Column.Type.DOUBLE, "DOUBLE",
          Column.Type.BOOLEAN, "BOOLEAN",
          Column.Type.BINARY, "BLOB",
          Column.Type.TIMESTAMP, "TIMESTAMP WITH TIME ZONE",
          Column.Type.DOUBLES, "DOUBLE[]");

  @TempDir static Path folder;
  private static StudyResult result;
  private static Connection duck;

  @BeforeAll
  static void run() throws SQLException {
    Path job = Path.of(System.getProperty("project.basedir", "."), "jobs/smoke.yaml");
    Study study = JobFile.read(job, List.of());
    Storage storage = HadoopStorage.writing(folder.toString(), study);
    StudyRun.Environment here = new StudyRun.Environment("test", "none", "any", "any");
    result =
        new StudyRun(
                study, new LocalRunner(2, storage.exits()), storage, new RunListener() {}, here)
            .run();
    duck = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    duck.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "exit_summary", "exit_sides", "survival", "theory"})
  void columnsHaveTheirTypes(String table) throws SQLException {
    List<List<Object>> expected = new ArrayList<>();
    for (Column column : result.table(table).columns()) {
      expected.add(List.of(column.name(), TYPES.get(column.type())));
    }
    List<Object> run = List.of("run", "VARCHAR");
    expected.remove(run);
    expected.add(run);
    assertThat(describe(byRun(table))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void exitsAndLedgerHaveTheirTypes() throws SQLException {
    assertThat(describe(byRun("exits")))
        .containsExactly(
            List.of("cell", "BIGINT"),
            List.of("momentum", "DOUBLE"),
            List.of("step_size", "DOUBLE"),
            List.of("trajectory", "BIGINT"),
            List.of("ending", "VARCHAR"),
            List.of("step", "BIGINT"),
            List.of("time", "DOUBLE"),
            List.of("side", "VARCHAR"),
            List.of("position", "DOUBLE[]"),
            List.of("run", "VARCHAR"));
    assertThat(describe(ledger()))
        .containsExactly(
            List.of("cell_key", "VARCHAR"),
            List.of("chunk", "BIGINT"),
            List.of("first_trajectory", "BIGINT"),
            List.of("trajectories", "BIGINT"),
            List.of("kept_below", "BIGINT"),
            List.of("seconds", "DOUBLE"),
            List.of("steps", "BIGINT"),
            List.of("state", "BLOB"));
  }

  /** Equal digests: DuckDB reads the same bits, the NULLs and the order of rows among them. */
  @Test
  void digestsOfTheRowsReadBackAreThoseInRuns() throws SQLException {
    List<String> found = new ArrayList<>();
    for (String table : List.of("exit_summary", "exit_sides", "survival", "theory")) {
      found.add(table + "=" + TableDigest.of(read(table)));
    }
    Table exits = read("exits");
    RowSetDigest digest = new RowSetDigest();
    exits.rows().forEach(digest::add);
    found.add("exits=" + digest.finish(exits.columns()));
    assertThat(query("SELECT digests FROM " + byRun("runs")))
        .containsExactly(List.of(String.join(" ", found)));
  }

  @Test
  void runsSaysWhatWasRun() throws SQLException {
    List<Object> stored = Arrays.asList(result.table("runs").rows().get(0));
    assertThat(read("runs").rows()).hasSize(1);
    assertThat(Arrays.asList(read("runs").rows().get(0))).isEqualTo(stored);
    assertThat(query("SELECT run, trajectories, status FROM " + byRun("runs")))
        .containsExactly(List.of(result.study().run(), 20_000L, "complete"));
  }

  @Test
  void everyTrajectoryIsCountedOnce() throws SQLException {
    assertThat(query("SELECT count(*), sum(exited + censored + diverged) FROM " + summary()))
        .hasToString("[[4, 20000]]");
    assertThat(query("SELECT count(*), sum(exited) FROM " + byRun("exit_sides")))
        .hasToString("[[4, 20000]]");
    assertThat(query("SELECT count(DISTINCT cell_key), sum(trajectories) FROM " + ledger()))
        .hasToString("[[4, 20000]]");
    assertThat(query("SELECT count(*), count(DISTINCT (cell, trajectory)) FROM " + byRun("exits")))
        .hasToString("[[40, 40]]");
    assertThat(query("SELECT sum(steps) FROM " + ledger()).toString())
        .isEqualTo(query("SELECT steps FROM " + byRun("runs")).toString());
  }

  @Test
  void whatIsNotThereIsNullAndNothingIsNan() throws SQLException {
    for (String table : List.of("runs", "exit_summary", "exit_sides", "survival", "theory")) {
      assertThat(nulls(read(table))).as(table).isEqualTo(nulls(result.table(table)));
      assertNoNan(byRun(table));
    }
    assertThat(nulls(read("exit_summary"))).contains("failure", "failure", "failure", "failure");
    assertNoNan(byRun("exits"));
    assertNoNan(ledger());
  }

  /** The column of every NULL. */
  private static List<String> nulls(Table table) {
    return table.rows().stream()
        .flatMap(
            row ->
                IntStream.range(0, row.length)
                    .filter(j -> row[j] == null)
                    .mapToObj(j -> table.columns().get(j).name()))
        .toList();
  }

  private static void assertNoNan(String table) throws SQLException {
    for (List<Object> column : describe(table)) {
      String name = '"' + (String) column.get(0) + '"';
      if (column.get(1).equals("DOUBLE[]")) {
        name = "list_sum(" + name + ")";
      } else if (!column.get(1).equals("DOUBLE")) {
        continue;
      }
      assertThat(query("SELECT count(*) FROM " + table + " WHERE isnan(" + name + ")"))
          .as(name + " of " + table)
          .containsExactly(List.of(0L));
    }
  }

  @Test
  void everyFileIsCompressedWithZstd() throws SQLException {
    assertThat(
            query(
                "SELECT DISTINCT compression, count(DISTINCT file_name) >= 11 FROM parquet_metadata('"
                    + folder
                    + "/smoke/**/*.parquet') GROUP BY 1"))
        .containsExactly(List.of("ZSTD", true));
  }

  private static String summary() {
    return byRun("exit_summary");
  }

  /** A table as its reader is told to read it. */
  private static String byRun(String table) {
    return files(table + "/run=*/*.parquet", "hive_types = {'run': VARCHAR}");
  }

  private static String ledger() {
    return files("chunks/*.parquet", "hive_partitioning = false");
  }

  private static String files(String glob, String option) {
    return "read_parquet('" + folder + "/smoke/" + glob + "', " + option + ")";
  }

  /** What is in the files of a table, in their order. */
  private static Table read(String table) throws SQLException {
    String files = files(table + "/run=*/*.parquet", "hive_partitioning = false");
    List<Column> columns =
        describe(files).stream()
            .map(column -> new Column((String) column.get(0), Column.Type.TEXT, ""))
            .toList();
    return new Table(
        table, columns, query("SELECT * FROM " + files).stream().map(List::toArray).toList());
  }

  private static List<List<Object>> describe(String table) throws SQLException {
    return query("DESCRIBE SELECT * FROM " + table).stream().map(row -> row.subList(0, 2)).toList();
  }

  private static List<List<Object>> query(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (ResultSet answer = duck.createStatement().executeQuery(sql)) {
      ResultSetMetaData columns = answer.getMetaData();
      while (answer.next()) {
        List<Object> row = new ArrayList<>();
        for (int j = 1; j <= columns.getColumnCount(); j++) {
          row.add(plain(answer.getObject(j)));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The Java values that our tables have. */
  private static Object plain(Object value) throws SQLException {
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof Array list) {
      return Stream.of((Object[]) list.getArray()).mapToDouble(x -> (Double) x).toArray();
    }
    return value;
  }
}
