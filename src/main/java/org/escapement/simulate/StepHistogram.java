package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many trajectories ended after how many steps, in fixed buckets: one for each number of steps
 * below 2048, and 1024 equal ones for each further doubling, so that a bucket is narrower than 0.1
 * % of its steps. Only buckets that hold something are kept.
 *
 * <p>The layout is that of an HDR histogram (Tene, 2012). It is the same for all data, hence
 * merging is exact, and the middle of a bucket is within 2^-11 of all its steps.
 */
public final class StepHistogram implements Serializable {
  private static final int EXACT = 2048;
  private static final int EXACT_BITS = 11;
  private static final int PER_OCTAVE = 1024;
  private static final int BUCKETS = EXACT + PER_OCTAVE * (Long.SIZE - 1 - EXACT_BITS);

  private final int[] buckets;
  private final long[] counts;
  private final long total;

  private StepHistogram(int[] buckets, long[] counts) {
    this.buckets = buckets;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
  }

  /** The bucket of a number of steps, at least 0. */
  public static int bucketOf(long steps) {
    if (steps < EXACT) {
      return (int) steps;
    }
    int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(steps);
    long leading = steps >>> (octave - EXACT_BITS + 1);
    return EXACT + (octave - EXACT_BITS - 1) * PER_OCTAVE + (int) leading;
  }

  /** The fewest steps that fall into a bucket. */
  public static long firstStep(int bucket) {
    return bucket < EXACT ? bucket : (PER_OCTAVE + (long) (bucket % PER_OCTAVE)) << shift(bucket);
  }

  /** The most steps that fall into a bucket. */
  public static long lastStep(int bucket) {
    return bucket < EXACT ? bucket : firstStep(bucket) + (1L << shift(bucket)) - 1;
  }

  private static int shift(int bucket) {
    return bucket / PER_OCTAVE - 1;
  }

  /** Buckets that hold something, numbered 0 <= j < size() in the order of their steps. */
  public int size() {
    return buckets.length;
  }

  /** The fewest steps of bucket j. */
  public long first(int j) {
    return firstStep(buckets[j]);
  }

  /** The most steps of bucket j. */
  public long last(int j) {
    return lastStep(buckets[j]);
  }

  /** Trajectories in bucket j, at least 1. */
  public long count(int j) {
    return counts[j];
  }

  /** Trajectories in all buckets. */
  public long total() {
    return total;
  }

  /** The histogram of both sets. */
  public StepHistogram merge(StepHistogram other) {
    int[] mergedBuckets = new int[size() + other.size()];
    long[] mergedCounts = new long[mergedBuckets.length];
    int n = 0;
    for (int i = 0, j = 0; i < size() || j < other.size(); n++) {
      int mine = i < size() ? buckets[i] : Integer.MAX_VALUE;
      int theirs = j < other.size() ? other.buckets[j] : Integer.MAX_VALUE;
      mergedBuckets[n] = Math.min(mine, theirs);
      mergedCounts[n] =
          (mine <= theirs ? counts[i++] : 0) + (theirs <= mine ? other.counts[j++] : 0);
    }
    return new StepHistogram(Arrays.copyOf(mergedBuckets, n), Arrays.copyOf(mergedCounts, n));
  }

  /** Writes buckets as differences from one to the next, with their counts. */
  public void write(DataOutput out) throws IOException {
    Varint.write(out, size());
    int before = 0;
    for (int j = 0; j < size(); j++) {
      Varint.write(out, buckets[j] - before);
      Varint.write(out, counts[j]);
      before = buckets[j];
    }
  }

  /** Reads what {@link #write} wrote. */
  public static StepHistogram read(DataInput in) throws IOException {
    int size = Varint.readBelow(in, BUCKETS + 1);
    int[] buckets = new int[size];
    long[] counts = new long[size];
    int before = 0;
    for (int j = 0; j < size; j++) {
      before += Varint.readBelow(in, BUCKETS - before);
      buckets[j] = before;
      counts[j] = Varint.read(in);
    }
    return new StepHistogram(buckets, counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StepHistogram histogram
        && Arrays.equals(buckets, histogram.buckets)
        && Arrays.equals(counts, histogram.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return total + " in " + size() + " buckets";
  }

  /** Counts one trajectory after the other. */
  public static final class Counter {
    private long[] counts = new long[0];

    /** Counts a trajectory that made so many steps. */
    public void add(long steps) {
      int bucket = bucketOf(steps);
      if (bucket >= counts.length) {
        counts = Arrays.copyOf(counts, Math.max(bucket + 1, 2 * counts.length));
      }
      counts[bucket]++;
    }

    /** What has been counted. */
    public StepHistogram histogram() {
      int[] buckets = new int[counts.length];
      int n = 0;
      for (int bucket = 0; bucket < counts.length; bucket++) {
        if (counts[bucket] > 0) {
          buckets[n++] = bucket;
        }
      }
      int[] filled = Arrays.copyOf(buckets, n);
      return new StepHistogram(filled, Arrays.stream(filled).mapToLong(b -> counts[b]).toArray());
    }
  }
}
