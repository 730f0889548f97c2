package org.escapement.objective;

import java.util.Arrays;

/**
 * The positions of a few lanes as rows, which loops over rows of data read and write; batches keep
 * them as {@code [k][i]}.
 */
public final class Transposed {
  /** So many lanes at a time: 64 bytes of a coordinate's array, a line of the cache. */
  public static final int LANES = 8;

  private final int dimension;

  /** {@code [i][k]}: coordinate k of lane i. */
  private final double[][] rows;

  /** Of so many coordinates, with zeros from there to the stride. */
  public Transposed(int dimension, int stride) {
    this.dimension = dimension;
    this.rows = new double[LANES][stride];
  }

  /** Coordinates of lane i. */
  public double[] row(int i) {
    return rows[i];
  }

  /** Makes all numbers zero. */
  public void clear() {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Takes the positions of n lanes, at most LANES, from one on. */
  public void read(double[][] x, int lane, int n) {
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], dimension, rows[i].length, 0);
    }
    for (int k = 0; k < dimension; k++) {
      double[] coordinate = x[k];
      for (int i = 0; i < n; i++) {
        rows[i][k] = coordinate[lane + i];
      }
    }
  }

  /** Gives them to n lanes, at most LANES, from one on. */
  public void write(int lane, int n, double[][] x) {
    for (int k = 0; k < dimension; k++) {
      double[] coordinate = x[k];
      for (int i = 0; i < n; i++) {
        coordinate[lane + i] = rows[i][k];
      }
    }
  }
}
