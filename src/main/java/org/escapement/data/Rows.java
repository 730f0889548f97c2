package org.escapement.data;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import org.escapement.model.Vector;

/**
 * N rows x_i in R^d with a target y_i each. Immutable by agreement: its arrays are shared, and
 * nobody may write to them.
 *
 * <p>Coordinate k of row i is {@code values()[FIRST + i * stride() + k]}. The stride is d rounded
 * up to a multiple of 8, and what lies between is zero, so that loops over rows need no remainder.
 */
public final class Rows implements Serializable {
  /**
   * Where row 0 begins: the JVM puts large arrays at the start of a region and 16 bytes of its own
   * before the numbers, so that rows begin at cache lines. Loops over rows then take a tenth less.
   */
  public static final int FIRST = 6;

  private static final int MULTIPLE = 8;
  private static final Vector UNKNOWN = Vector.of();

  private final int dimension;
  private final int stride;
  private final double[] values;
  private final double[] targets;

  /** Without coordinates where none is known. */
  private final Vector solution;

  private Rows(int dimension, double[] values, double[] targets, Vector solution) {
    this.dimension = dimension;
    this.stride = strideOf(dimension);
    this.values = values;
    this.targets = targets;
    this.solution = solution;
  }

  /** Rows with given targets. */
  public static Rows of(double[][] rows, double[] targets) {
    return new Rows(rows[0].length, flat(rows), targets.clone(), UNKNOWN);
  }

  /** Writes the coordinates of single rows. */
  public interface Writer {
    /** Those of row i, from {@code values[from]} on. */
    void write(int i, double[] values, int from);
  }

  /** Rows that are written where they shall be, so that they are in memory once. */
  public static Rows written(int dimension, double[] targets, Writer writer) {
    int stride = strideOf(dimension);
    double[] values = new double[length(targets.length, stride)];
    for (int i = 0; i < targets.length; i++) {
      writer.write(i, values, FIRST + i * stride);
    }
    return new Rows(dimension, values, targets.clone(), UNKNOWN);
  }

  /** Rows whose targets are x_i.w for a known w, added up from the first coordinate on. */
  public static Rows planted(double[][] rows, double[] solution) {
    double[] targets = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < solution.length; k++) {
        targets[i] += rows[i][k] * solution[k];
      }
    }
    return new Rows(solution.length, flat(rows), targets, Vector.of(solution));
  }

  private static int strideOf(int dimension) {
    return (dimension + MULTIPLE - 1) / MULTIPLE * MULTIPLE;
  }

  private static double[] flat(double[][] rows) {
    int dimension = rows[0].length;
    int stride = strideOf(dimension);
    double[] values = new double[length(rows.length, stride)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, FIRST + i * stride, dimension);
    }
    return values;
  }

  private static int length(int rows, int stride) {
    return Math.addExact(FIRST, Math.multiplyExact(rows, stride));
  }

  /** N. */
  public int count() {
    return targets.length;
  }

  /** d. */
  public int dimension() {
    return dimension;
  }

  /** From the start of a row to that of the next, a multiple of 8. */
  public int stride() {
    return stride;
  }

  /** All rows, one after the other, from {@link #FIRST} on. */
  public double[] values() {
    return values;
  }

  /** y_i. */
  public double[] targets() {
    return targets;
  }

  /** Coordinate k of row i. */
  public double at(int i, int k) {
    return values[FIRST + i * stride + k];
  }

  /** Copies the coordinates of row i to {@code out[from]} and on. */
  void copyRow(int i, double[] out, int from) {
    System.arraycopy(values, FIRST + i * stride, out, from, dimension);
  }

  /** The w with y_i = x_i.w for every i, where the rows were made from one. */
  public Optional<Vector> solution() {
    return solution.size() == 0 ? Optional.empty() : Optional.of(solution);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Rows rows
        && dimension == rows.dimension
        && Arrays.equals(values, rows.values)
        && Arrays.equals(targets, rows.targets);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(targets);
  }
}
