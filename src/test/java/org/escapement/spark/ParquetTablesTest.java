package org.escapement.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.escapement.study.Column;
import org.escapement.study.Table;
import org.escapement.study.TableDigest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables are read back as they were, by us and by DuckDB, which shares no code with us. */
class ParquetTablesTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("cell", Column.Type.LONG, "number of the cell"),
          new Column("name", Column.Type.TEXT, "it's a \"name\""),
          new Column("mean_time", Column.Type.DOUBLE, "model time"),
          new Column("exact", Column.Type.BOOLEAN, ""),
          new Column("state", Column.Type.BINARY, "bytes"),
          new Column("started", Column.Type.TIMESTAMP, "UTC"),
          new Column("position", Column.Type.DOUBLES, "length"));

  private static final Table TABLE =
      new Table(
          "exit_summary",
          COLUMNS,
          List.of(
              new Object[] {
                0L,
                "Müller–Brown",
                0.1,
                true,
                new byte[] {0, -1},
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                new double[] {-0.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY}
              },
              new Object[] {Long.MAX_VALUE, "", -1e300, false, new byte[0], null, new double[0]},
              new Object[] {null, null, null, null, null, null, null}));

  @TempDir Path folder;
  private ParquetTables tables;

  @BeforeEach
  void open() throws IOException {
    tables = new ParquetTables(Directory.of(folder.resolve("a b").toString(), new Configuration()));
  }

  @Test
  void readsBackWhatWasWritten() throws IOException {
    tables.write("r1", TABLE);
    Table read = tables.read("r1", "exit_summary").orElseThrow();
    assertThat(read.columns()).isEqualTo(COLUMNS);
    assertThat(TableDigest.of(read)).isEqualTo(TableDigest.of(TABLE));
    assertThat(tables.read("r2", "exit_summary")).isEmpty();
    assertThat(tables.columns("exit_summary")).contains(COLUMNS);
    assertThat(tables.columns("theory")).isEmpty();
  }

  @Test
  void replacesAndLeavesNothingElse() throws IOException {
    tables.write("r1", new Table("exit_summary", COLUMNS, List.of()));
    tables.write("r1", TABLE);
    assertThat(tables.read("r1", "exit_summary").orElseThrow().rows()).hasSize(3);
    assertThat(files()).containsExactly("a b/exit_summary/run=r1/part-00000.parquet");
  }

  @Test
  void refusesNan() {
    Table nan = new Table("t", COLUMNS, List.<Object[]>of(row(2, Double.NaN)));
    assertThatThrownBy(() -> tables.write("r1", nan))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("column mean_time was given NaN; no value is written as NULL");
    Table nans = new Table("t", COLUMNS, List.<Object[]>of(row(6, new double[] {Double.NaN})));
    assertThatThrownBy(() -> tables.write("r1", nans)).hasMessageContaining("column position");
    assertThat(folder.resolve("a b/t")).doesNotExist();
  }

  private static Object[] row(int column, Object value) {
    Object[] row = new Object[COLUMNS.size()];
    row[column] = value;
    return row;
  }

  @Test
  void saysWhichFileIsBroken() throws IOException {
    tables.write("r1", TABLE);
    Path file = folder.resolve("a b/exit_summary/run=r1/part-00000.parquet");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
    assertThatThrownBy(() -> tables.read("r1", "exit_summary"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run=r1/part-00000.parquet cannot be read: is not a Parquet file");
  }

  @Test
  void noticesAFlippedBit() throws IOException {
    tables.write("r1", TABLE);
    Path file = folder.resolve("a b/exit_summary/run=r1/part-00000.parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[60] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> tables.read("r1", "exit_summary"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void isReadByDuckDb() throws Exception {
    tables.write("0123456789ab", TABLE);
    String glob = "'" + folder.resolve("a b/exit_summary") + "/run=*/*.parquet'";
    assertThat(duck("DESCRIBE SELECT * FROM " + parquet(glob)).stream().map(r -> r.subList(0, 2)))
        .containsExactly(
            List.of("cell", "BIGINT"),
            List.of("name", "VARCHAR"),
            List.of("mean_time", "DOUBLE"),
            List.of("exact", "BOOLEAN"),
            List.of("state", "BLOB"),
            List.of("started", "TIMESTAMP WITH TIME ZONE"),
            List.of("position", "DOUBLE[]"),
            List.of("run", "VARCHAR"));
    assertThat(
            duck(
                "SELECT name, mean_time, epoch_us(started), position[2], mean_time IS NULL, run FROM "
                    + parquet(glob)))
        .containsExactly(
            List.of("Müller–Brown", "0.1", "1767323045678901", "4.9E-324", "false", "0123456789ab"),
            Arrays.asList("", "-1.0E300", null, null, "false", "0123456789ab"),
            Arrays.asList(null, null, null, null, "true", "0123456789ab"));
    assertThat(duck("SELECT DISTINCT compression FROM parquet_metadata(" + glob + ")"))
        .containsExactly(List.of("ZSTD"));
    assertThat(
            duck(
                "SELECT converted_type, type FROM parquet_schema("
                    + glob
                    + ") WHERE name = 'started'"))
        .containsExactly(List.of("TIMESTAMP_MICROS", "INT64"));
  }

  private static String parquet(String glob) {
    return "read_parquet(" + glob + ", hive_types = {'run': VARCHAR})";
  }

  private static List<List<String>> duck(String sql) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet result = duck.createStatement().executeQuery(sql)) {
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int j = 1; j <= result.getMetaData().getColumnCount(); j++) {
          row.add(result.getString(j));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .toList();
    }
  }
}
