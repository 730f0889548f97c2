package org.escapement.model;

import java.io.Serializable;
import java.util.Arrays;

/** An immutable rectangular array of real numbers, row by row, equal by value. */
public final class Matrix implements Serializable {
  private final double[][] rows;

  private Matrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * A copy of the given rows.
   *
   * @throws IllegalArgumentException when the rows differ in length or there is none
   */
  public static Matrix of(double[]... rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("a matrix needs at least one row");
    }
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw new IllegalArgumentException(
            "row " + i + " has " + rows[i].length + " numbers, row 0 has " + rows[0].length);
      }
      copy[i] = rows[i].clone();
    }
    return new Matrix(copy);
  }

  public int rows() {
    return rows.length;
  }

  public int columns() {
    return rows[0].length;
  }

  /** The number in row i and column j. */
  public double at(int i, int j) {
    return rows[i][j];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Matrix matrix && Arrays.deepEquals(rows, matrix.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows);
  }
}
