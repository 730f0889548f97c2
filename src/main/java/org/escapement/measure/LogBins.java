package org.escapement.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many of some numbers have which size: sixteen bins to every doubling, so that a number is
 * known to a thirty-second of itself. Only the bins from the smallest to the largest number are
 * kept.
 */
final class LogBins implements Serializable {
  /** What is left of the bits of a number without its sign: exponent and four bits. */
  private static final int SHIFT = 48;

  private static final int PLACES = 1 << 15;

  /** Numbers below 2^-1022 count as zero. */
  private static final int FIRST = 1 << 4;

  private static final int FIRST_NOT_FINITE = 0x7FF << 4;

  private long zeros;
  private long negative;
  private int low;
  private long[] counts = {};

  /** Adds a finite number. */
  void add(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int place = (int) (bits >>> SHIFT) & PLACES - 1;
    if (place < FIRST) {
      zeros++;
    } else {
      negative -= bits >> 63;
      count(place, 1);
    }
  }

  private void count(int place, long times) {
    if (place < low || place >= low + counts.length) {
      cover(place);
    }
    counts[place - low] += times;
  }

  private void cover(int place) {
    int newLow = counts.length == 0 ? place : Math.min(low, place);
    int newEnd = counts.length == 0 ? place + 1 : Math.max(low + counts.length, place + 1);
    long[] wider = new long[newEnd - newLow];
    System.arraycopy(counts, 0, wider, counts.length == 0 ? 0 : low - newLow, counts.length);
    counts = wider;
    low = newLow;
  }

  /** Those of both. */
  LogBins plus(LogBins other) {
    LogBins both = new LogBins();
    both.zeros = zeros + other.zeros;
    both.negative = negative + other.negative;
    both.low = low;
    both.counts = counts.clone();
    if (other.counts.length > 0) {
      both.count(other.low, 0);
      both.count(other.low + other.counts.length - 1, 0);
      for (int j = 0; j < other.counts.length; j++) {
        both.counts[other.low + j - both.low] += other.counts[j];
      }
    }
    return both;
  }

  /** Whether all numbers are zero or positive. */
  boolean isWithoutNegative() {
    return negative == 0;
  }

  /** How many numbers there are. */
  long size() {
    return zeros + Arrays.stream(counts).sum();
  }

  /** Bins that are kept, in the order of their numbers; zeros have none. */
  int bins() {
    return counts.length;
  }

  /** How many numbers a bin has. */
  long count(int bin) {
    return counts[bin];
  }

  /** The middle of a bin as a multiple of that of the last one. */
  double relativeSize(int bin) {
    return middle(bin) / middle(counts.length - 1);
  }

  private double middle(int bin) {
    return Double.longBitsToDouble((long) (low + bin) << SHIFT | 1L << SHIFT - 1);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(zeros);
    out.writeLong(negative);
    out.writeShort(low);
    out.writeShort(counts.length);
    for (long count : counts) {
      out.writeLong(count);
    }
  }

  /** Reads what {@link #write} wrote. */
  static LogBins read(DataInput in) throws IOException {
    LogBins bins = new LogBins();
    bins.zeros = in.readLong();
    bins.negative = in.readLong();
    bins.low = in.readUnsignedShort();
    bins.counts = new long[in.readUnsignedShort()];
    if (bins.low + bins.counts.length > FIRST_NOT_FINITE) {
      throw new IOException("no bins: " + bins.counts.length + " from " + bins.low);
    }
    for (int j = 0; j < bins.counts.length; j++) {
      bins.counts[j] = in.readLong();
    }
    return bins;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogBins bins
        && zeros == bins.zeros
        && negative == bins.negative
        && low == bins.low
        && Arrays.equals(counts, bins.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }
}
