package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.escapement.simulate.Summary;

/** How often each of so many things was seen: whole numbers, so that merging is exact. */
public final class Counts implements Summary<Counts> {
  private static final int MOST = 1 << 24;

  private final long[] counts;

  private Counts(long[] counts) {
    this.counts = counts;
  }

  /** How many things are counted. */
  public int size() {
    return counts.length;
  }

  /** How often a thing was seen, numbered from 0. */
  public long of(int thing) {
    return counts[thing];
  }

  /** How often things from, ..., to - 1 were seen together. */
  public long sum(int from, int to) {
    long sum = 0;
    for (int k = from; k < to; k++) {
      sum += counts[k];
    }
    return sum;
  }

  @Override
  public Counts merge(Counts other) {
    if (size() != other.size()) {
      throw new IllegalArgumentException(
          "counts of different things: " + size() + " and " + other.size());
    }
    long[] both = counts.clone();
    for (int k = 0; k < both.length; k++) {
      both[k] += other.counts[k];
    }
    return new Counts(both);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(size());
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Counts read(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("not counts: " + size + " of them");
    }
    long[] counts = new long[size];
    for (int k = 0; k < size; k++) {
      counts[k] = in.readLong();
    }
    return new Counts(counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts mine && Arrays.equals(counts, mine.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  /** Takes one sight after the other, in any order. */
  public static final class Tally {
    private final long[] counts;

    /** A tally of so many things, none of them seen yet. */
    public Tally(int size) {
      counts = new long[size];
    }

    /** One of them was seen. */
    public void add(int thing) {
      counts[thing]++;
    }

    /** What was counted; the tally must not be used any more. */
    public Counts counts() {
      return new Counts(counts);
    }
  }
}
