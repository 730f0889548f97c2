package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.escapement.simulate.Summary;

/** The largest of many numbers, exactly mergeable. Numbers that are not finite are left out. */
public final class LargestNumbers implements Summary<LargestNumbers> {
  private static final int MOST = 1 << 20;

  private final int capacity;
  private final long count;

  /** In ascending order, at most capacity. */
  private final double[] largest;

  private LargestNumbers(int capacity, long count, double[] largest) {
    this.capacity = capacity;
    this.count = count;
    this.largest = largest;
  }

  /** How many numbers there were in all. */
  public long count() {
    return count;
  }

  /** How many are kept. */
  public int size() {
    return largest.length;
  }

  /** The largest for j = 0, then the second, and so on, 0 <= j < size(). */
  public double at(int j) {
    return largest[largest.length - 1 - j];
  }

  @Override
  public LargestNumbers merge(LargestNumbers other) {
    if (capacity != other.capacity) {
      throw new IllegalArgumentException(
          "the largest %d and the largest %d cannot be merged".formatted(capacity, other.capacity));
    }
    double[] both = Arrays.copyOf(largest, largest.length + other.largest.length);
    System.arraycopy(other.largest, 0, both, largest.length, other.largest.length);
    return new LargestNumbers(
        capacity, count + other.count, largestOf(both, both.length, capacity));
  }

  private static double[] largestOf(double[] numbers, int n, int capacity) {
    double[] sorted = Arrays.copyOf(numbers, n);
    Arrays.sort(sorted);
    return Arrays.copyOfRange(sorted, Math.max(0, n - capacity), n);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeInt(capacity);
    out.writeLong(count);
    out.writeInt(largest.length);
    for (double number : largest) {
      out.writeDouble(number);
    }
  }

  /** Reads what {@link #write} wrote. */
  public static LargestNumbers read(DataInput in) throws IOException {
    int capacity = in.readInt();
    long count = in.readLong();
    int size = in.readInt();
    if (capacity < 1 || capacity > MOST || size < 0 || size > capacity) {
      throw new IOException("not the largest numbers: " + size + " of " + capacity);
    }
    double[] largest = new double[size];
    for (int j = 0; j < size; j++) {
      largest[j] = in.readDouble();
    }
    return new LargestNumbers(capacity, count, largest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LargestNumbers numbers
        && capacity == numbers.capacity
        && count == numbers.count
        && Arrays.equals(largest, numbers.largest);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(largest);
  }

  /** Takes one number after the other, in any order. */
  public static final class Tally {
    private final int capacity;
    private long count;
    private double[] waiting;
    private int n;

    /** An empty tally that keeps so many. */
    public Tally(int capacity) {
      this.capacity = capacity;
      this.waiting = new double[2 * capacity];
    }

    /** Adds a number if it is finite. */
    public void add(double number) {
      if (!Double.isFinite(number)) {
        return;
      }
      if (n == waiting.length) {
        double[] kept = largestOf(waiting, n, capacity);
        n = kept.length;
        waiting = Arrays.copyOf(kept, 2 * capacity);
      }
      waiting[n++] = number;
      count++;
    }

    /** The largest of all that was added. */
    public LargestNumbers numbers() {
      return new LargestNumbers(capacity, count, largestOf(waiting, n, capacity));
    }
  }
}
