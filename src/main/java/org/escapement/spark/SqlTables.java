package org.escapement.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
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
public final class SqlTables implements AutoCloseable {
  /** What Spark takes for the name of a schema or a table; other folders are not ours. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");

  private final SparkSession session;
  private final Directory out;
  private final Set<String> registered = new HashSet<>();

  private SqlTables(SparkSession session, Directory out) {
    this.session = session;
    this.out = out;
  }

  /**
   * Starts a Spark application, as {@link Cluster#connect(String)} does.
   *
   * @param out the directory of all studies: a path or a URI
   * @throws StorageException when there is no such directory
   */
  public static SqlTables open(String out) {
    SparkConf settings = Cluster.settings(new SparkConf()).setAppName("Escapement SQL");
    return open(settings, directory(out, Cluster.hadoop(settings)));
  }

  private static Directory directory(String path, Configuration configuration) {
    try {
      Directory out = Directory.of(path, configuration);
      if (!out.files().exists(out.path())) {
        throw new IOException("there is no such directory");
      }
      return out;
    } catch (IOException | IllegalArgumentException unusable) {
      throw new StorageException(
          Fault.OUTPUT, "cannot read " + path + ": " + Reason.of(unusable), unusable);
    }
  }

  static SqlTables open(SparkConf settings, Directory out) {
    try {
      return new SqlTables(session(settings, out), out);
    } catch (Exception unreachable) {
      throw Cluster.unreachable(settings, unreachable);
    }
  }

  private static SparkSession session(SparkConf settings, Directory out) {
    return SparkSession.builder()
        .config(settings)
        // Spark makes the directory of its default schema; ours is there already.
        .config("spark.sql.warehouse.dir", out.path().toString())
        .config("spark.sql.catalogImplementation", "in-memory")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.datetime.java8API.enabled", "true")
        .config("spark.sql.shuffle.partitions", "8")
        .getOrCreate();
  }

  @Override
  public void close() {
    session.stop();
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
          Fault.STORAGE, "cannot read " + out + ": " + Reason.of(failed), failed);
    } catch (Exception failed) {
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
      if (study.isDirectory() && NAME.matcher(name).matches()) {
        if (registered.add(name)) {
          session.sql("CREATE DATABASE " + quoted(name) + " LOCATION " + text(study.getPath()));
        }
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
      String full = schema + "." + quoted(name);
      if (columns.isPresent() && NAME.matcher(name).matches() && registered.add(full)) {
        register(full, table.getPath(), columns.get(), !name.equals(FileLedger.TABLE));
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
        "CREATE TABLE "
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
      } catch (Exception failed) {
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
