package org.escapement.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.study.Axis;
import org.escapement.study.Cell;
import org.escapement.study.Column;
import org.escapement.study.ExitStore;
import org.escapement.study.RowSetDigest;
import org.escapement.study.Study;

/** The table {@code exits} of a run: how the kept rows of one chunk become one of its files. */
final class ExitsTable implements Serializable {
  /** Of the folder. */
  static final String NAME = "exits";

  private final ExitStore store;
  private final Directory study;
  private final String hidden;
  private final ArrayList<Column> columns;
  private final long below;

  /**
   * A chunk whose rows are wanted.
   *
   * @param sides names of the sides of the cell's domain
   */
  record Part(int cell, String cellKey, List<Object> axes, List<String> sides, Chunk chunk)
      implements Serializable {}

  ExitsTable(Study job, ExitStore store, Directory study) {
    this.store = store;
    this.study = study;
    this.hidden = study.hidden(NAME).toString();
    this.columns = new ArrayList<>(columns(job));
    this.below = job.keep().exits();
  }

  private static List<Column> columns(Study job) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("cell", Column.Type.LONG, "number of the cell in the sweep, from 0"));
    for (Axis axis : job.axes()) {
      columns.add(new Column(axis.column(), axis.type(), "swept: " + axis.path()));
    }
    columns.add(
        new Column("trajectory", Column.Type.LONG, "number of the trajectory in its cell, from 0"));
    columns.add(new Column("ending", Column.Type.TEXT, "exited, censored or diverged"));
    columns.add(new Column("step", Column.Type.LONG, "steps that it made"));
    columns.add(new Column("time", Column.Type.DOUBLE, "model time of these steps"));
    columns.add(
        new Column("side", Column.Type.TEXT, "by which side it left; NULL unless it exited"));
    columns.add(
        new Column(
            "position", Column.Type.DOUBLES, "where it ended, length; NULL when not finite"));
    return columns;
  }

  /** Every chunk that has rows in the table, in the order of cells. */
  static List<Part> parts(Study job, List<List<Chunk>> chunks) {
    List<Part> parts = new ArrayList<>();
    for (int j = 0; j < chunks.size(); j++) {
      Cell cell = job.cells().get(j);
      List<String> sides =
          new ArrayList<>(cell.experiment().domain().sides(cell.experiment().dimension()));
      for (Chunk chunk : chunks.get(j)) {
        if (chunk.first() < job.keep().exits()) {
          parts.add(
              new Part(cell.number(), cell.key(), new ArrayList<>(cell.axes()), sides, chunk));
        }
      }
    }
    return parts;
  }

  /** The table's columns. */
  List<Column> columns() {
    return columns;
  }

  /** The hidden directory that {@link #write} fills. */
  Path hidden() {
    return new Path(hidden);
  }

  /** Writes the file of one chunk; a second time changes nothing. */
  RowSetDigest write(Part part) throws IOException {
    ExitRows rows = store.read(part.cellKey(), part.chunk());
    int size = (int) Math.min(rows.size(), below - rows.first());
    RowSetDigest digest = new RowSetDigest();
    Iterator<Object[]> iterator =
        IntStream.range(0, size)
            .mapToObj(r -> row(part, rows, r))
            .peek(row -> digest.add(row))
            .iterator();
    study.files();
    Path writing = study.hidden(NAME);
    ParquetFile.write(writing, study.configuration(), columns, () -> iterator);
    study.reveal(writing, new Path(hidden, fileName(part)));
    return digest;
  }

  private static String fileName(Part part) {
    return String.format(Locale.ROOT, "part-%05d-%012d.parquet", part.cell(), part.chunk().first());
  }

  private Object[] row(Part part, ExitRows rows, int r) {
    List<Object> row = new ArrayList<>(columns.size());
    row.add((long) part.cell());
    row.addAll(part.axes());
    row.add(rows.trajectory(r));
    row.add(rows.ending(r).word());
    row.add(rows.step(r));
    row.add(rows.time(r));
    row.add(rows.side(r) < 0 ? null : part.sides().get(rows.side(r)));
    row.add(rows.position(r).orElse(null));
    return row.toArray();
  }
}
