package org.escapement.data;

import java.util.Arrays;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;

/**
 * Standard normal numbers of an instance of a data set, the same on every machine: number 4s + p of
 * row i is that of trajectory i, slot s and phase p. More rows or columns leave those that are
 * there.
 */
final class Normals {
  /** Rows drawn at once. */
  private static final int BLOCK = 1024;

  /** More numbers than these, 1 GiB, are no data set to be held in memory. */
  private static final long MOST = 1 << 27;

  private Normals() {}

  /**
   * Nothing if so many rows with so many coordinates fit into memory.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkSize(long rows, long coordinates) {
    if (rows * coordinates > MOST) {
      throw new IllegalArgumentException(
          "%d rows with %d coordinates each are too many: more than %d numbers"
              .formatted(rows, coordinates, MOST));
    }
  }

  /**
   * {@code [i][k]}: number k of row i.
   *
   * @param what tells the numbers of different data sets apart
   */
  static double[][] rows(String what, int instance, int rows, int columns) {
    Draws draws = new Draws(RandomKey.of(instance, what), BLOCK);
    double[][] all = new double[rows][columns];
    for (int first = 0; first < rows; first += BLOCK) {
      fill(draws, first, Math.min(BLOCK, rows - first), all);
    }
    return all;
  }

  private static void fill(Draws draws, int first, int n, double[][] all) {
    long[] row = new long[n];
    Arrays.setAll(row, i -> first + i);
    long[] step = new long[n];
    double[][] out = new double[Draws.PHASES][n];
    int columns = all[0].length;
    for (int k = 0; k < columns; k += Draws.PHASES) {
      draws.normal(row, step, n, k / Draws.PHASES, out);
      for (int phase = 0; phase < Draws.PHASES && k + phase < columns; phase++) {
        for (int i = 0; i < n; i++) {
          all[first + i][k + phase] = out[phase][i];
        }
      }
    }
  }
}
