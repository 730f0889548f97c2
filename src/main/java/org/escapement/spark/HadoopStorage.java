package org.escapement.spark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.escapement.simulate.Chunk;
import org.escapement.study.Axis;
import org.escapement.study.Column;
import org.escapement.study.ExitStore;
import org.escapement.study.Ledger;
import org.escapement.study.RowSetDigest;
import org.escapement.study.Storage;
import org.escapement.study.StorageException;
import org.escapement.study.StorageException.Fault;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** Ledger, kept exits and tables of a study in {@code DIR/<study>} on a Hadoop file system. */
public final class HadoopStorage implements Storage {
  /** How {@code study} comments the columns of axes. */
  private static final String SWEPT = "swept: ";

  private static final String RUNS = "runs";

  private final Directory study;
  private final ParquetTables tables;
  private final Optional<SparkContext> spark;

  private HadoopStorage(Directory study, Optional<SparkContext> spark) {
    this.study = study;
    this.tables = new ParquetTables(study);
    this.spark = spark;
  }

  /**
   * The storage of a study, to read what is there and no more; without Spark.
   *
   * @param out the directory of all studies: a path or a URI
   * @param study {@link Study#name}
   */
  public static HadoopStorage reading(String out, String study) {
    return open(out, study, Cluster.hadoop(new SparkConf()), Optional.empty());
  }

  /** The storage of a study, to run it; what cannot be written is written on this machine. */
  static HadoopStorage writing(
      String out, Study study, Configuration settings, Optional<SparkContext> spark) {
    HadoopStorage storage = open(out, study.name(), settings, spark);
    storage.checkWritable();
    storage.study.sweep();
    storage.checkAxes(study);
    return storage;
  }

  /** The storage of a study, to run it without Spark. */
  public static HadoopStorage writing(String out, Study study) {
    return writing(out, study, Cluster.hadoop(new SparkConf()), Optional.empty());
  }

  /**
   * The storage of a study, to put beside its tables what can be computed again at any time;
   * without Spark.
   */
  public static HadoopStorage beside(String out, Study study) {
    HadoopStorage storage =
        open(out, study.name(), Cluster.hadoop(new SparkConf()), Optional.empty());
    storage.checkWritable();
    return storage;
  }

  private static HadoopStorage open(
      String out, String study, Configuration settings, Optional<SparkContext> spark) {
    try {
      return new HadoopStorage(Directory.of(out, settings).child(study), spark);
    } catch (IOException | IllegalArgumentException unusable) {
      throw new StorageException(
          Fault.OUTPUT, "cannot use \"" + out + "\" as output: " + Reason.of(unusable), unusable);
    }
  }

  private void checkWritable() {
    Path probe = study.hidden("probe");
    try {
      FileSystem files = study.files();
      if (!files.mkdirs(probe.getParent())) {
        throw new IOException("the directory cannot be created");
      }
      files.create(probe).close();
      files.delete(probe, false);
    } catch (IOException unusable) {
      throw new StorageException(
          Fault.OUTPUT,
          "cannot write to the output directory " + study + ": " + Reason.of(unusable),
          unusable);
    }
  }

  private void checkAxes(Study job) {
    List<Axis> found = axes("exit_summary").orElse(job.axes());
    if (!found.equals(job.axes())) {
      throw new StorageException(
          Fault.OUTPUT,
          study
              + " holds tables of another job with the same name, which sweeps "
              + paths(found)
              + "; this one sweeps "
              + paths(job.axes())
              + ": choose another output directory or job name");
    }
  }

  /** The axes of a table as the newest run wrote it; empty when no run has. */
  private Optional<List<Axis>> axes(String table) {
    return io("read", () -> tables.columns(table)).map(HadoopStorage::axes);
  }

  private static List<Axis> axes(List<Column> columns) {
    return columns.stream()
        .filter(column -> column.comment().startsWith(SWEPT))
        .map(c -> new Axis(c.comment().substring(SWEPT.length()), c.name(), c.type()))
        .toList();
  }

  private static String paths(List<Axis> axes) {
    return axes.isEmpty()
        ? "nothing"
        : axes.stream().map(Axis::path).collect(Collectors.joining(", "));
  }

  @Override
  public Ledger ledger() {
    return new FileLedger(study);
  }

  @Override
  public ExitStore exits() {
    return new FileExits(study);
  }

  @Override
  public Optional<List<Table>> finished(Study job) {
    return io("read", () -> readFinished(job.run()));
  }

  /** The column digests names the tables in their order. */
  private Optional<List<Table>> readFinished(String run) throws IOException {
    Optional<Table> runs = tables.read(run, RUNS);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    List<Table> found = new ArrayList<>();
    for (String name : tableNames(runs.get())) {
      Optional<Table> table = tables.read(run, name);
      if (table.isEmpty()) {
        return Optional.empty();
      }
      found.add(table.get());
    }
    found.add(runs.get());
    return Optional.of(List.copyOf(found));
  }

  private static List<String> tableNames(Table runs) {
    List<String> columns = runs.columns().stream().map(Column::name).toList();
    String digests = (String) runs.rows().get(0)[columns.indexOf("digests")];
    return java.util.Arrays.stream(digests.split(" "))
        .map(digest -> digest.split("=", 2)[0])
        .filter(name -> !name.isEmpty() && !name.equals(ExitsTable.NAME))
        .toList();
  }

  @Override
  public void forget(Study job) {
    io(
        "delete from",
        () -> {
          tables.delete(job.run());
          return study.files().delete(study.path(FileLedger.TABLE), true);
        });
  }

  @Override
  public String writeExits(Study job, List<List<Chunk>> chunks) {
    ExitsTable table = new ExitsTable(job, exits(), study);
    List<ExitsTable.Part> parts = ExitsTable.parts(job, chunks);
    RowSetDigest digest = new RowSetDigest();
    if (spark.isPresent()) {
      String title = job.question() + " (table exits)";
      new Tasks(spark.get()).run(title, parts, table::write, digest::addAll);
    } else {
      io("write to", () -> writeHere(table, parts, digest));
    }
    io("write to", () -> revealExits(table, job.run()));
    return digest.finish(table.columns());
  }

  private static Void writeHere(ExitsTable table, List<ExitsTable.Part> parts, RowSetDigest digest)
      throws IOException {
    for (ExitsTable.Part part : parts) {
      digest.addAll(table.write(part));
    }
    return null;
  }

  private Void revealExits(ExitsTable table, String run) throws IOException {
    study.files().mkdirs(table.hidden());
    study.reveal(table.hidden(), tables.place(ExitsTable.NAME, run));
    return null;
  }

  @Override
  public void publish(Study job, List<Table> finished) {
    List<Table> runsLast = new ArrayList<>(finished);
    runsLast.sort((a, b) -> Boolean.compare(a.name().equals(RUNS), b.name().equals(RUNS)));
    io(
        "write to",
        () -> {
          for (Table table : runsLast) {
            tables.write(job.run(), table);
          }
          return runsLast.size();
        });
  }

  /**
   * Writes what theory says of a study. What it said of another sweep goes away: a table has one
   * set of axes.
   */
  public void writePredictions(Study job, Table predictions) {
    boolean isOfOtherAxes =
        axes(predictions.name()).filter(axes -> !axes.equals(job.axes())).isPresent();
    io(
        "write to",
        () -> {
          if (isOfOtherAxes) {
            study.files().delete(study.path(predictions.name()), true);
          }
          tables.write(job.run(), predictions);
          return null;
        });
  }

  /**
   * Puts a text beside the tables, whole or not at all.
   *
   * @param name of the file
   * @return where it is
   */
  public String writeText(String name, String text) {
    return io(
        "write to",
        () -> {
          Path hidden = study.hidden(name);
          try (OutputStream out = study.files().create(hidden)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
          }
          study.reveal(hidden, study.path(name));
          return study.child(name).toString();
        });
  }

  private interface Action<T> {
    T run() throws IOException;
  }

  private <T> T io(String verb, Action<T> action) {
    try {
      return action.run();
    } catch (IOException failed) {
      throw new StorageException(
          Fault.STORAGE, "cannot " + verb + " " + study + ": " + Reason.of(failed), failed);
    }
  }
}
