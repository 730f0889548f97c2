package org.escapement.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.escapement.study.Column;
import org.escapement.study.StorageException;
import org.escapement.study.StorageException.Fault;
import scala.jdk.javaapi.CollectionConverters;

/** The studies below a directory as schemas of Spark SQL, their tables as its tables. */
public final class SqlTables {
  private final SparkSession session;
  private final Directory out;

  private SqlTables(SparkSession session, Directory out) {
    this.session = session;
    this.out = out;
  }

  static SqlTables open(SparkContext spark, String path) {
    try {
      Directory out = Directory.of(path, spark.hadoopConfiguration());
      if (!out.files().exists(out.path())) {
        throw new IOException("there is no such directory");
      }
      return new SqlTables(session(out), out);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new StorageException(
          Fault.OUTPUT, "cannot read " + path + ": " + unusable.getMessage(), unusable);
    }
  }

  private static SparkSession session(Directory out) {
    return SparkSession.builder()
        // Spark makes the directory of its default schema; ours is there already.
        .config("spark.sql.warehouse.dir", out.path().toString())
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate();
  }

  /**
   * Answers a query.
   *
   * @throws IllegalArgumentException when it is no SQL, names what is not there, or fails over the
   *     values
   */
  public SqlResult query(String sql) {
    try {
      register(sql);
      Dataset<Row> answer = session.sql(sql);
      Iterator<Row> rows = answer.toLocalIterator();
      return new SqlResult(List.of(answer.columns()), new Values(rows));
    } catch (IOException failed) {
      throw new StorageException(
          Fault.STORAGE, "cannot read " + out + ": " + failed.getMessage(), failed);
    } catch (RuntimeException failed) {
      throw mistake(failed);
    }
  }

  /** Spark throws its checked exceptions undeclared, therefore this is asked of any. */
  private static RuntimeException mistake(Exception failed) {
    return failed instanceof SparkThrowable
        ? new IllegalArgumentException(failed.getMessage(), failed)
        : failed instanceof RuntimeException unchecked
            ? unchecked
            : new IllegalStateException(failed);
  }

  /**
   * All studies become schemas; tables, which cost a look into a file each, only where the query
   * names the study.
   */
  private void register(String sql) throws IOException {
    for (FileStatus study : out.list(out.path())) {
      String name = study.getPath().getName();
      if (study.isDirectory()) {
        session.sql(
            "CREATE DATABASE IF NOT EXISTS " + quoted(name) + " LOCATION " + text(study.getPath()));
        if (sql.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT))) {
          registerTables(out.child(name), quoted(name));
        }
      }
    }
  }

  private void registerTables(Directory study, String schema) throws IOException {
    for (FileStatus table : study.list(study.path())) {
      String name = table.getPath().getName();
      Optional<List<Column>> columns = columns(study, name);
      if (columns.isPresent()) {
        register(
            schema + "." + quoted(name),
            table.getPath(),
            columns.get(),
            !name.equals(FileLedger.TABLE));
      }
    }
  }

  private static Optional<List<Column>> columns(Directory study, String table) throws IOException {
    return table.equals(FileLedger.TABLE)
        ? Optional.of(FileLedger.COLUMNS)
        : new ParquetTables(study).columns(table);
  }

  private void register(String table, Path place, List<Column> columns, boolean byRun) {
    StructType schema = ParquetSchema.spark(columns);
    if (byRun && !Arrays.asList(schema.fieldNames()).contains("run")) {
      schema =
          schema.add(
              DataTypes.createStructField("run", DataTypes.StringType, true)
                  .withComment("run that wrote the row"));
    }
    session.sql(
        "CREATE TABLE IF NOT EXISTS "
            + table
            + " ("
            + schema.toDDL()
            + ") USING parquet "
            + (byRun ? "PARTITIONED BY (run) " : "")
            + "LOCATION "
            + text(place));
    if (byRun) {
      session.sql("ALTER TABLE " + table + " RECOVER PARTITIONS");
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String text(Path path) {
    return "'" + path.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Rows of Spark as plain Java values. */
  private record Values(Iterator<Row> rows) implements Iterator<List<Object>> {
    @Override
    public boolean hasNext() {
      try {
        return rows.hasNext();
      } catch (RuntimeException failed) {
        throw mistake(failed);
      }
    }

    @Override
    public List<Object> next() {
      Row row = rows.next();
      List<Object> values = new ArrayList<>();
      for (int j = 0; j < row.size(); j++) {
        values.add(plain(row.get(j)));
      }
      return values;
    }

    private static Object plain(Object value) {
      return value instanceof scala.collection.Seq<?> sequence
          ? CollectionConverters.asJava(sequence).stream().map(Values::plain).toList()
          : value;
    }
  }
}
