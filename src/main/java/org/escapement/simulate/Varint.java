package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Small non-negative numbers in few bytes: seven bits to a byte, the lowest first, the eighth bit
 * set on all bytes but the last (LEB128).
 */
final class Varint {
  private Varint() {}

  static void write(DataOutput out, long value) throws IOException {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  static long read(DataInput in) throws IOException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = in.readByte();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("not a number: more than ten bytes");
  }

  /** Reads a number that says how much follows; a wild one must not become a wild allocation. */
  static int readBelow(DataInput in, int bound) throws IOException {
    long value = read(in);
    if (value < 0 || value >= bound) {
      throw new IOException("expected a number below " + bound + ", found " + value);
    }
    return (int) value;
  }
}
