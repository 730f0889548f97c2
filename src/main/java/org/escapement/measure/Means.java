package org.escapement.measure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.escapement.estimate.SampleMean;
import org.escapement.simulate.ExactSum;
import org.escapement.simulate.Summary;

/**
 * The means of so many rows of numbers, exactly mergeable. A number that is not finite is left out,
 * which shows in the count. Of some rows it is kept too how many numbers have which size.
 */
public final class Means implements Summary<Means> {
  private static final int MOST_ROWS = 1 << 24;

  /** Stands where without sizes the number of rows does. */
  private static final int WITH_SIZES = -1;

  private final long[] counts;
  private final ExactSum[] sums;
  private final ExactSum[] squares;

  /** By row; none where sizes are not kept, and in chunks of ledgers from before they were. */
  private final TreeMap<Integer, LogBins> sizes;

  private Means(
      long[] counts, ExactSum[] sums, ExactSum[] squares, TreeMap<Integer, LogBins> sizes) {
    this.counts = counts;
    this.sums = sums;
    this.squares = squares;
    this.sizes = sizes;
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

  /** How far the mean of a row is carried by few of its numbers; unknown where it is not kept. */
  public Tail tail(int row) {
    LogBins bins = sizes.get(row);
    return bins == null || bins.size() != counts[row]
        ? Tail.UNKNOWN
        : Tail.of(bins, mean(row), stdError(row) * Math.sqrt(counts[row]));
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
    TreeMap<Integer, LogBins> bothSizes = new TreeMap<>();
    sizes.forEach(
        (row, bins) -> {
          LogBins theirs = other.sizes.get(row);
          if (theirs != null) {
            bothSizes.put(row, bins.plus(theirs));
          }
        });
    return new Means(bothCounts, both(sums, other.sums), both(squares, other.squares), bothSizes);
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
    if (!sizes.isEmpty()) {
      out.writeInt(WITH_SIZES);
      out.writeInt(sizes.size());
      for (Map.Entry<Integer, LogBins> entry : sizes.entrySet()) {
        out.writeInt(entry.getKey());
        entry.getValue().write(out);
      }
    }
    out.writeInt(rows());
    for (int row = 0; row < rows(); row++) {
      out.writeLong(counts[row]);
      sums[row].write(out);
      squares[row].write(out);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Means read(DataInput in) throws IOException {
    TreeMap<Integer, LogBins> sizes = new TreeMap<>();
    int rows = in.readInt();
    if (rows == WITH_SIZES) {
      for (int left = in.readInt(); left > 0; left--) {
        sizes.put(in.readInt(), LogBins.read(in));
      }
      rows = in.readInt();
    }
    if (rows < 0 || rows > MOST_ROWS) {
      throw new IOException("not means: " + rows + " rows");
    }
    long[] counts = new long[rows];
    ExactSum[] sums = new ExactSum[rows];
    ExactSum[] squares = new ExactSum[rows];
    for (int row = 0; row < rows; row++) {
      counts[row] = in.readLong();
      sums[row] = ExactSum.read(in);
      squares[row] = ExactSum.read(in);
    }
    return new Means(counts, sums, squares, sizes);
  }

  /** As one array instead of thousands of objects. */
  private Object writeReplace() throws ObjectStreamException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Written(bytes.toByteArray());
  }

  /** How means travel between machines. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Written(byte[] bytes) implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      try {
        return Means.read(new DataInputStream(new ByteArrayInputStream(bytes)));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Means means
        && Arrays.equals(counts, means.counts)
        && Arrays.equals(sums, means.sums)
        && Arrays.equals(squares, means.squares)
        && sizes.equals(means.sizes);
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
    private final TreeMap<Integer, LogBins> sizes = new TreeMap<>();

    /** Scratch: the squares of a block, and what rounding took away from them. */
    private double[] square = {};

    private double[] error = {};

    /** Scratch: the numbers of the lanes that have not ended. */
    private double[] left = {};

    /** A tally of so many empty rows. */
    public Tally(int rows) {
      this(rows, row -> false);
    }

    /**
     * The same.
     *
     * @param keepsSizes of which rows it is kept how many numbers have which size
     */
    Tally(int rows, IntPredicate keepsSizes) {
      counts = new long[rows];
      sums = new ExactSum[rows];
      squares = new ExactSum[rows];
      Arrays.setAll(sums, row -> new ExactSum());
      Arrays.setAll(squares, row -> new ExactSum());
      IntStream.range(0, rows).filter(keepsSizes).forEach(row -> sizes.put(row, new LogBins()));
    }

    /** Adds a number to a row, unless it or its square is not finite. */
    public void add(int row, double x) {
      if (Double.isFinite(x * x)) {
        counts[row]++;
        sums[row].add(x);
        squares[row].addSquare(x);
        if (!sizes.isEmpty()) {
          addSize(row, x);
        }
      }
    }

    /** Adds x_i to a row for 0 <= i < n, each unless it or its square is not finite. */
    public void add(int row, double[] x, int n) {
      if (square.length < n) {
        square = new double[n];
        error = new double[n];
      }
      if (square(x, n)) {
        counts[row] += n;
        sums[row].add(x, n);
        squares[row].add(square, n);
        squares[row].add(error, n);
        for (int i = 0; !sizes.isEmpty() && i < n; i++) {
          addSize(row, x[i]);
        }
      } else {
        for (int i = 0; i < n; i++) {
          add(row, x[i]);
        }
      }
    }

    /** Adds those x_i to a row, 0 <= i < n, whose lane has not ended. */
    void add(int row, double[] x, boolean[] ended, int n) {
      if (left.length < n) {
        left = new double[n];
      }
      int count = 0;
      for (int i = 0; i < n; i++) {
        left[count] = x[i];
        count += ended[i] ? 0 : 1;
      }
      add(row, left, count);
    }

    private void addSize(int row, double x) {
      LogBins bins = sizes.get(row);
      if (bins != null) {
        bins.add(x);
      }
    }

    /** Squares as {@link ExactSum#addSquare(double)} does; tells whether all are finite. */
    private boolean square(double[] x, int n) {
      for (int i = 0; i < n; i++) {
        double product = x[i] * x[i];
        square[i] = product;
        error[i] = Math.fma(x[i], x[i], -product);
      }
      boolean finite = true;
      for (int i = 0; i < n; i++) {
        finite &= square[i] <= Double.MAX_VALUE;
      }
      return finite;
    }

    /** The means of all that was added; the tally must not be used any more. */
    public Means means() {
      return new Means(counts, sums, squares, sizes);
    }
  }
}
