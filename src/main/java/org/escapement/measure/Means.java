package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.escapement.estimate.SampleMean;
import org.escapement.simulate.ExactSum;
import org.escapement.simulate.Summary;

/**
 * The means of so many rows of numbers, exactly mergeable. A number that is not finite is left out,
 * which shows in the count.
 */
public final class Means implements Summary<Means> {
  private static final int MOST_ROWS = 1 << 24;

  private final long[] counts;
  private final ExactSum[] sums;
  private final ExactSum[] squares;

  private Means(long[] counts, ExactSum[] sums, ExactSum[] squares) {
    this.counts = counts;
    this.sums = sums;
    this.squares = squares;
  }

  /** Rows, counted from 0. */
  public int rows() {
    return counts.length;
  }

  /** Numbers in a row. */
  public long count(int row) {
    return counts[row];
  }

  /** The sum of a row. */
  public ExactSum sum(int row) {
    return sums[row].copy();
  }

  /** The mean of a row; NaN when it is empty. */
  public double mean(int row) {
    return counts[row] == 0 ? Double.NaN : sampleMean(row).value();
  }

  /** The standard error of the mean; NaN with fewer than two numbers. */
  public double stdError(int row) {
    OptionalDouble error = counts[row] < 2 ? OptionalDouble.empty() : sampleMean(row).stdError();
    return error.orElse(Double.NaN);
  }

  private SampleMean sampleMean(int row) {
    return SampleMean.of(sums[row].value(), squares[row].value(), counts[row]);
  }

  @Override
  public Means merge(Means other) {
    if (rows() != other.rows()) {
      throw new IllegalArgumentException(
          "means of different things: " + rows() + " and " + other.rows() + " rows");
    }
    long[] bothCounts = new long[rows()];
    Arrays.setAll(bothCounts, row -> counts[row] + other.counts[row]);
    return new Means(bothCounts, both(sums, other.sums), both(squares, other.squares));
  }

  private static ExactSum[] both(ExactSum[] mine, ExactSum[] theirs) {
    ExactSum[] both = new ExactSum[mine.length];
    for (int row = 0; row < both.length; row++) {
      both[row] = mine[row].copy();
      both[row].add(theirs[row]);
    }
    return both;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(rows());
    for (int row = 0; row < rows(); row++) {
      out.writeLong(counts[row]);
      sums[row].write(out);
      squares[row].write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Means read(DataInput in) throws IOException {
    int rows = in.readInt();
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IOException("not means: " + rows + " rows");
    }
    Tally tally = new Tally(rows);
    for (int row = 0; row < rows; row++) {
      tally.counts[row] = in.readLong();
      tally.sums[row] = ExactSum.read(in);
      tally.squares[row] = ExactSum.read(in);
    }
    return tally.means();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Means means
        && Arrays.equals(counts, means.counts)
        && Arrays.equals(sums, means.sums)
        && Arrays.equals(squares, means.squares);
  }

  @Override
  public int hashCode() {
    return Objects.hash(Arrays.hashCode(counts), Arrays.hashCode(sums), Arrays.hashCode(squares));
  }

  /** Takes one number after the other, in any order. */
  public static final class Tally {
    private final long[] counts;
    private final ExactSum[] sums;
    private final ExactSum[] squares;

    /** A tally of so many empty rows. */
    public Tally(int rows) {
      counts = new long[rows];
      sums = new ExactSum[rows];
      squares = new ExactSum[rows];
      Arrays.setAll(sums, row -> new ExactSum());
      Arrays.setAll(squares, row -> new ExactSum());
    }

    /** Adds a number to a row, unless it or its square is not finite. */
    public void add(int row, double x) {
      if (Double.isFinite(x * x)) {
        counts[row]++;
        sums[row].add(x);
        squares[row].addSquare(x);
      }
    }

    /** The means of all that was added; the tally must not be used any more. */
    public Means means() {
      return new Means(counts, sums, squares);
    }
  }
}
