package org.escapement.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;
import org.escapement.study.Cell;
import org.escapement.study.Column;
import org.escapement.study.Ledger;
import org.escapement.study.Outcome;
import org.escapement.study.StorageException;
import org.escapement.study.StorageException.Fault;

/** The ledger as Parquet files, one for each time that something was added. */
final class FileLedger implements Ledger {
  /** Of the folder, and of the table that analysts see. */
  static final String TABLE = "chunks";

  static final List<Column> COLUMNS =
      List.of(
          new Column(
              "cell_key", Column.Type.TEXT, "hash of the cell's experiment, seed and digits"),
          new Column(
              "chunk", Column.Type.LONG, "number of the chunk in the plan of its cell, from 0"),
          new Column("first_trajectory", Column.Type.LONG, "its first trajectory"),
          new Column("trajectories", Column.Type.LONG, "how many trajectories it has"),
          new Column(
              "kept_below",
              Column.Type.LONG,
              "trajectories below this number have rows of their own"),
          new Column("seconds", Column.Type.DOUBLE, "time of one core, seconds"),
          new Column("steps", Column.Type.LONG, "steps of all its trajectories together"),
          new Column("state", Column.Type.BINARY, "its mergeable summary"));

  private final Directory study;

  FileLedger(Directory study) {
    this.study = study;
  }

  @Override
  public void append(Collection<Outcome> finished) {
    List<Object[]> rows = finished.stream().map(FileLedger::row).toList();
    try {
      study.files();
      Path hidden = study.hidden(TABLE);
      ParquetFile.write(hidden, study.configuration(), COLUMNS, rows);
      study.reveal(hidden, study.path(TABLE, "part-" + UUID.randomUUID() + ".parquet"));
    } catch (IOException failed) {
      throw new StorageException(
          Fault.STORAGE, "cannot write the ledger in " + study + ": " + Reason.of(failed), failed);
    }
  }

  private static Object[] row(Outcome outcome) {
    Chunk chunk = outcome.chunk();
    return new Object[] {
      outcome.cellKey(),
      chunk.number(),
      chunk.first(),
      (long) chunk.trajectories(),
      outcome.keptBelow(),
      outcome.seconds(),
      outcome.steps(),
      state(outcome.summary())
    };
  }

  private static byte[] state(Findings summary) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      summary.write(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public void read(Collection<Cell> cells, Consumer<Outcome> take) {
    Map<String, Cell> byKey = cells.stream().collect(Collectors.toMap(Cell::key, cell -> cell));
    try {
      for (Path file : study.parquetFiles(study.path(TABLE))) {
        for (Object[] row : ParquetFile.read(file, study.configuration(), COLUMNS)) {
          Cell cell = byKey.get((String) row[0]);
          if (cell != null) {
            take.accept(outcome(cell, row));
          }
        }
      }
    } catch (IOException failed) {
      throw new StorageException(
          Fault.STORAGE, "cannot read the ledger: " + Reason.of(failed), failed);
    }
  }

  private static Outcome outcome(Cell cell, Object[] row) throws IOException {
    Chunk chunk = new Chunk((Long) row[1], (Long) row[2], (int) (long) (Long) row[3]);
    return new Outcome(
        cell.key(),
        chunk,
        (Long) row[4],
        (Long) row[6],
        (Double) row[5],
        findings(cell, (byte[]) row[7]),
        "");
  }

  private static Findings findings(Cell cell, byte[] state) throws IOException {
    return cell.measurement(0).read(new DataInputStream(new ByteArrayInputStream(state)));
  }
}
