package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum of doubles and longs without any rounding, so that the order in which they come does not
 * matter.
 *
 * <p>A fixed-point number in units of 2^-1074, the smallest double, with digits in base 2^32.
 * Carries wait in the upper half of each {@code long} and are resolved before these could overflow.
 * Only the digits from the lowest to the highest that was ever touched are kept, for numbers of
 * like size touch a handful of them.
 */
public final class ExactSum implements Serializable {
  private static final long DIGIT = 0xFFFFFFFFL;

  /** The bit that is worth 1. */
  private static final int UNIT_BIT = 1074;

  /**
   * Numbers that may be added before carries must be resolved: each adds less than 2^32, and a
   * block of 2^30 more does no harm.
   */
  private static final int PATIENCE = 1 << 29;

  /** Bits that suffice for 2^64 times the largest double. */
  private static final int MOST_BITS = 2176;

  private static final long[] NONE = {};

  /** Digits low, low + 1, ...; all others are zero. */
  private long[] digits = NONE;

  private int low;
  private int pending;

  /** Zero. */
  public ExactSum() {}

  /**
   * Adds x.
   *
   * @throws IllegalArgumentException when x is NaN or infinite
   */
  public void add(double x) {
    if (!Double.isFinite(x)) {
      throw new IllegalArgumentException("only finite numbers have a sum, got " + x);
    }
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    long fraction = bits & 0xFFFFFFFFFFFFFL;
    long mantissa = exponent == 0 ? fraction : fraction | 1L << 52;
    addBits(mantissa, Math.max(exponent, 1) - 1, bits >> 63);
  }

  /** Adds x. */
  public void add(long x) {
    addBits(Math.abs(x), UNIT_BIT, x >> 63);
  }

  /**
   * Adds x^2, exactly unless it underflows: the rounded product and what rounding took away are
   * both doubles.
   */
  public void addSquare(double x) {
    double square = x * x;
    add(square);
    add(Math.fma(x, x, -square));
  }

  /** Adds x_i for 0 <= i < n, a quarter faster than one by one. */
  public void add(double[] x, int n) {
    long[] kept = digits;
    int first = low;
    for (int i = 0; i < n; i++) {
      long bits = Double.doubleToRawLongBits(x[i]);
      int exponent = (int) (bits >>> 52) & 0x7FF;
      int j = (exponent - 1 >>> 5) - first;
      if (exponent == 0 || exponent == 0x7FF || j < 0 || j >= kept.length - 2) {
        add(x[i]);
        kept = digits;
        first = low;
      } else {
        addTo(kept, j, bits & 0xFFFFFFFFFFFFFL | 1L << 52, exponent - 1 & 31, bits >> 63);
        pending++;
      }
    }
    if (pending >= PATIENCE) {
      resolve();
    }
  }

  /** Adds x^2. */
  public void addSquare(long x) {
    addBits(x * x, UNIT_BIT, 0);
    addBits(Math.multiplyHigh(x, x), UNIT_BIT + Long.SIZE, 0);
  }

  /** Adds another sum, which stays as it is. */
  public void add(ExactSum other) {
    resolve();
    other.resolve();
    if (other.digits.length > 0) {
      cover(other.low, other.low + other.digits.length);
      for (int j = 0; j < other.digits.length; j++) {
        digits[other.low - low + j] += other.digits[j];
      }
      resolve();
    }
  }

  /** Another sum of the same value. */
  public ExactSum copy() {
    ExactSum copy = new ExactSum();
    copy.digits = digits.clone();
    copy.low = low;
    copy.pending = pending;
    return copy;
  }

  /**
   * Adds mantissa * 2^position units.
   *
   * @param mantissa unsigned
   * @param sign -1 to subtract, else 0
   */
  private void addBits(long mantissa, int position, long sign) {
    long[] kept = digits;
    int j = (position >>> 5) - low;
    if (j < 0 || j >= kept.length - 2) {
      addBeyond(mantissa, position, sign);
      return;
    }
    addTo(kept, j, mantissa, position & 31, sign);
    if (++pending >= PATIENCE) {
      resolve();
    }
  }

  private static void addTo(long[] kept, int j, long mantissa, int shift, long sign) {
    kept[j] += ((mantissa << shift & DIGIT) ^ sign) - sign;
    kept[j + 1] += ((mantissa >>> (32 - shift) & DIGIT) ^ sign) - sign;
    kept[j + 2] += ((mantissa >>> 32 >>> (32 - shift)) ^ sign) - sign;
  }

  /** The same where digits are touched that never were. */
  private void addBeyond(long mantissa, int position, long sign) {
    if (mantissa != 0) {
      cover(position >>> 5, (position >>> 5) + 3);
      addBits(mantissa, position, sign);
    }
  }

  /** Keeps the digits first to end - 1 at least. */
  private void cover(int first, int end) {
    if (digits.length == 0) {
      low = first;
    }
    int newLow = Math.min(low, first);
    int newEnd = Math.max(low + digits.length, end);
    if (newEnd - newLow > digits.length) {
      long[] wider = new long[newEnd - newLow];
      System.arraycopy(digits, 0, wider, low - newLow, digits.length);
      digits = wider;
      low = newLow;
    }
  }

  /** Brings all digits but the highest into [0, 2^32), and that into [-2^31, 2^31). */
  private void resolve() {
    int top = digits.length - 1;
    for (int j = 0; j < top; j++) {
      digits[j + 1] += digits[j] >> 32;
      digits[j] &= DIGIT;
    }
    pending = 0;
    if (top >= 0 && digits[top] != (int) digits[top]) {
      cover(low, low + top + 2);
      resolve();
    }
  }

  /** The sum in units of 2^-1074. */
  private BigInteger units() {
    resolve();
    BigInteger units = BigInteger.ZERO;
    for (int j = digits.length - 1; j >= 0; j--) {
      units = units.shiftLeft(32).add(BigInteger.valueOf(digits[j]));
    }
    return units.shiftLeft(32 * low);
  }

  /** The sum itself. */
  public BigDecimal value() {
    BigInteger units = units();
    int zeros = Math.min(UNIT_BIT, Math.max(0, units.getLowestSetBit()));
    int scale = UNIT_BIT - zeros;
    BigInteger fives = BigInteger.valueOf(5).pow(scale);
    return new BigDecimal(units.shiftRight(zeros).multiply(fives), scale);
  }

  /** The double that is nearest to the sum, to even when two are. */
  public double doubleValue() {
    BigInteger units = units();
    int beyond = Math.max(0, units.abs().bitLength() - 55);
    long leading = units.abs().shiftRight(beyond).longValueExact();
    boolean more = units.getLowestSetBit() < beyond;
    double rounded = (double) (more ? leading | 1 : leading);
    return units.signum() * Math.scalb(rounded, beyond - UNIT_BIT);
  }

  /** Writes the value; equal sums write equal bytes. */
  public void write(DataOutput out) throws IOException {
    BigInteger units = units();
    int zeros = Math.max(0, units.getLowestSetBit());
    byte[] bytes = units.shiftRight(zeros).toByteArray();
    Varint.write(out, zeros);
    Varint.write(out, bytes.length);
    out.write(bytes);
  }

  /** Reads what {@link #write} wrote. */
  public static ExactSum read(DataInput in) throws IOException {
    int zeros = Varint.readBelow(in, MOST_BITS);
    byte[] bytes = new byte[Varint.readBelow(in, MOST_BITS / 8 + 1)];
    in.readFully(bytes);
    if (bytes.length == 0) {
      throw new IOException("not a sum: no digits");
    }
    return of(new BigInteger(bytes), zeros);
  }

  /** The sum number * 2^zeros units. */
  private static ExactSum of(BigInteger number, int zeros) {
    ExactSum sum = new ExactSum();
    sum.low = zeros >>> 5;
    BigInteger rest = number.shiftLeft(zeros & 31);
    sum.digits = new long[rest.bitLength() / 32 + 1];
    for (int j = 0; j < sum.digits.length; j++) {
      long digit = rest.shiftRight(32 * j).longValue();
      sum.digits[j] = j == sum.digits.length - 1 ? digit : digit & DIGIT;
    }
    return sum;
  }

  /** Equal values, however many digits are kept of each. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ExactSum sum && units().equals(sum.units());
  }

  @Override
  public int hashCode() {
    return units().hashCode();
  }

  @Override
  public String toString() {
    return value().toPlainString();
  }
}
