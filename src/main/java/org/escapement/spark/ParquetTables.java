package org.escapement.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.escapement.study.Column;
import org.escapement.study.Table;

/** The tables of a study as Parquet: {@code <table>/run=<run>/part-*.parquet}. */
final class ParquetTables {
  private final Directory study;

  ParquetTables(Directory study) {
    this.study = study;
  }

  /** Where a run has its rows of a table. */
  Path place(String table, String run) {
    return study.path(table, "run=" + run);
  }

  /** Writes a table of a run, visible completely or not at all, instead of what was there. */
  void write(String run, Table table) throws IOException {
    study.files();
    Path hidden = study.hidden(table.name());
    ParquetFile.write(
        new Path(hidden, "part-00000.parquet"),
        study.configuration(),
        table.columns(),
        table.rows());
    study.reveal(hidden, place(table.name(), run));
  }

  /** A table of a run; empty when it is not there. */
  Optional<Table> read(String run, String table) throws IOException {
    List<Path> parts = study.parquetFiles(place(table, run));
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns = ParquetFile.columns(parts.get(0), study.configuration());
    List<Object[]> rows = new ArrayList<>();
    for (Path part : parts) {
      rows.addAll(ParquetFile.read(part, study.configuration(), columns));
    }
    return Optional.of(new Table(table, columns, List.copyOf(rows)));
  }

  /** The columns of a table as the newest run wrote it; empty when no run has. */
  Optional<List<Column>> columns(String table) throws IOException {
    Path newest = null;
    long time = Long.MIN_VALUE;
    for (FileStatus run : study.list(study.path(table))) {
      if (run.getModificationTime() > time) {
        newest = run.getPath();
        time = run.getModificationTime();
      }
    }
    List<Path> parts = newest == null ? List.of() : study.parquetFiles(newest);
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(ParquetFile.columns(parts.get(0), study.configuration()));
  }

  /** Takes the rows of a run away, from every table. */
  void delete(String run) throws IOException {
    study.files().delete(place("runs", run), true);
    for (FileStatus table : study.list(study.path())) {
      if (table.isDirectory()) { // HDFS refuses to look below a file, as the report is.
        study.files().delete(place(table.getPath().getName(), run), true);
      }
    }
  }
}
