package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.simulate.Summary;

/**
 * All numbers of so many rows, without their order: neither the order nor the parts in which they
 * came shows. Numbers that are not finite are left out.
 */
public final class Samples implements Summary<Samples> {
  private static final int MOST_ROWS = 1 << 24;

  private final int rows;

  /** {@code parts[p][row]}: some of the numbers of a row, ascending; the longest parts first. */
  private final double[][][] parts;

  private Samples(int rows, double[][][] parts) {
    this.rows = rows;
    this.parts = parts;
  }

  /** Rows, counted from 0. */
  public int rows() {
    return rows;
  }

  /** The numbers of a row, ascending. */
  public double[] sorted(int row) {
    return together(row, List.of(parts));
  }

  @Override
  public Samples merge(Samples other) {
    if (rows != other.rows) {
      throw new IllegalArgumentException(
          "samples of different things: " + rows + " and " + other.rows + " rows");
    }
    List<double[][]> all = new ArrayList<>(List.of(parts));
    for (double[][] part : other.parts) {
      all.add(part);
      joinLast(all);
    }
    return new Samples(rows, all.toArray(double[][][]::new));
  }

  /**
   * Joins the last parts as long as the last is not much shorter than the one before: so there are
   * few of them, and no number is moved more often than the logarithm of their count.
   */
  private void joinLast(List<double[][]> all) {
    int n = all.size();
    while (n > 1 && 2 * size(all.get(n - 1)) >= size(all.get(n - 2))) {
      List<double[][]> two = all.subList(n - 2, n);
      double[][] joined = new double[rows][];
      Arrays.setAll(joined, row -> together(row, two));
      two.clear();
      all.add(joined);
      n = all.size();
    }
  }

  private static long size(double[][] part) {
    long size = 0;
    for (double[] row : part) {
      size += row.length;
    }
    return size;
  }

  private static double[] together(int row, List<double[][]> parts) {
    if (parts.size() == 1) {
      return parts.get(0)[row].clone();
    }
    double[] all = new double[parts.stream().mapToInt(part -> part[row].length).sum()];
    int n = 0;
    for (double[][] part : parts) {
      System.arraycopy(part[row], 0, all, n, part[row].length);
      n += part[row].length;
    }
    Arrays.sort(all);
    return all;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(rows);
    for (int row = 0; row < rows; row++) {
      double[] numbers = sorted(row);
      out.writeInt(numbers.length);
      for (double number : numbers) {
        out.writeDouble(number);
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Samples read(DataInput in) throws IOException {
    int rows = in.readInt();
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IOException("not samples: " + rows + " rows");
    }
    double[][] part = new double[rows][];
    for (int row = 0; row < rows; row++) {
      int n = in.readInt();
      if (n < 0) {
        throw new IOException("not samples: " + n + " numbers");
      }
      part[row] = new double[n];
      for (int k = 0; k < n; k++) {
        part[row][k] = in.readDouble();
      }
    }
    return new Samples(rows, new double[][][] {part});
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Samples samples) || rows != samples.rows) {
      return false;
    }
    for (int row = 0; row < rows; row++) {
      if (!Arrays.equals(sorted(row), samples.sorted(row))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = rows;
    for (int row = 0; row < rows; row++) {
      hash = 31 * hash + Arrays.hashCode(sorted(row));
    }
    return hash;
  }

  /** Takes one number after the other, in any order. */
  static final class Tally {
    private static final int FIRST = 16;

    private final double[][] numbers;
    private final int[] sizes;

    /** A tally of so many empty rows. */
    Tally(int rows) {
      this.numbers = new double[rows][FIRST];
      this.sizes = new int[rows];
    }

    /** Adds a number to a row if it is finite. */
    void add(int row, double number) {
      if (Double.isFinite(number)) {
        if (sizes[row] == numbers[row].length) {
          numbers[row] = Arrays.copyOf(numbers[row], 2 * sizes[row]);
        }
        numbers[row][sizes[row]++] = number;
      }
    }

    /** All that was added; the tally must not be used any more. */
    Samples samples() {
      for (int row = 0; row < numbers.length; row++) {
        numbers[row] = Arrays.copyOf(numbers[row], sizes[row]);
        Arrays.sort(numbers[row]);
      }
      return new Samples(numbers.length, new double[][][] {numbers});
    }
  }
}
