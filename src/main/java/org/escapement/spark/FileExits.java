package org.escapement.spark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitRows;
import org.escapement.study.Column;
import org.escapement.study.ExitStore;

/**
 * The store of exits as Parquet files, one for each chunk, in a folder that readers of the ledger
 * do not see.
 */
final class FileExits implements ExitStore {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("trajectory", Column.Type.LONG, "number of the trajectory"),
          new Column("ending", Column.Type.TEXT, "how it ended"),
          new Column("step", Column.Type.LONG, "after how many steps"),
          new Column("time", Column.Type.DOUBLE, "model time of its steps"),
          new Column(
              "side", Column.Type.LONG, "index of the side by which it left; -1 unless it exited"),
          new Column(
              "position", Column.Type.DOUBLES, "where it ended; NULL when not finite or not kept"));

  private final Directory study;

  FileExits(Directory study) {
    this.study = study;
  }

  @Override
  public void write(String cellKey, Chunk chunk, ExitRows rows) throws IOException {
    study.files();
    Path hidden = study.hidden("exits");
    Iterator<Object[]> iterator =
        IntStream.range(0, rows.size()).mapToObj(r -> row(rows, r)).iterator();
    ParquetFile.write(hidden, study.configuration(), COLUMNS, () -> iterator);
    study.reveal(hidden, place(cellKey, chunk));
  }

  private static Object[] row(ExitRows rows, int r) {
    return new Object[] {
      rows.trajectory(r),
      rows.ending(r).word(),
      rows.step(r),
      rows.time(r),
      (long) rows.side(r),
      rows.position(r).orElse(null)
    };
  }

  @Override
  public ExitRows read(String cellKey, Chunk chunk) throws IOException {
    List<Object[]> rows = ParquetFile.read(place(cellKey, chunk), study.configuration(), COLUMNS);
    return new ExitRows(
        chunk.first(),
        rows.stream().map(row -> ending((String) row[1])).toArray(Ending[]::new),
        rows.stream().mapToLong(row -> (Long) row[2]).toArray(),
        rows.stream().mapToDouble(row -> (Double) row[3]).toArray(),
        rows.stream().mapToInt(row -> (int) (long) (Long) row[4]).toArray(),
        positions(rows));
  }

  private static Ending ending(String word) {
    return Ending.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** positions[k][r]: coordinate k of row r, NaN where there is none. */
  private static double[][] positions(List<Object[]> rows) {
    int dimension =
        rows.stream()
            .filter(row -> row[5] != null)
            .mapToInt(row -> ((double[]) row[5]).length)
            .findFirst()
            .orElse(1);
    double[][] positions = new double[dimension][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      double[] position = (double[]) rows.get(r)[5];
      for (int k = 0; k < dimension; k++) {
        positions[k][r] = position == null ? Double.NaN : position[k];
      }
    }
    return positions;
  }

  private Path place(String cellKey, Chunk chunk) {
    String file = chunk.first() + "-" + chunk.trajectories() + ".parquet";
    return study.path(FileLedger.TABLE, "_exits", cellKey, file);
  }
}
