package org.escapement.simulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles and longs without any rounding, so that the order in which they come does not
 * matter.
 *
 * <p>A fixed-point number in units of 2^-1074, the smallest double: 68 digits in base 2^32, wide
 * enough for 2^64 times the largest double. Carries wait in the upper half of each {@code long} and
 * are resolved before these could overflow.
 */
public final class ExactSum implements Serializable {
  private static final int DIGITS = 68;
  private static final int TOP = DIGITS - 1;
  private static final long LOW_HALF = 0xFFFFFFFFL;

  /** The bit that is worth 1. */
  private static final int UNIT_BIT = 1074;

  /** Numbers that may be added before carries must be resolved: each adds less than 2^32. */
  private static final int PATIENCE = 1 << 29;

  private final long[] digits = new long[DIGITS];
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
    addBits(mantissa, Math.max(exponent, 1) - 1, bits < 0 ? -1 : 1);
  }

  /** Adds x. */
  public void add(long x) {
    addBits(Math.abs(x), UNIT_BIT, Long.signum(x));
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

  /** Adds x^2. */
  public void addSquare(long x) {
    addBits(x * x, UNIT_BIT, 1);
    addBits(Math.multiplyHigh(x, x), UNIT_BIT + Long.SIZE, 1);
  }

  /** Adds another sum, which stays as it is. */
  public void add(ExactSum other) {
    resolve();
    other.resolve();
    for (int j = 0; j < DIGITS; j++) {
      digits[j] += other.digits[j];
    }
    resolve();
  }

  /** Another sum of the same value. */
  public ExactSum copy() {
    ExactSum copy = new ExactSum();
    copy.add(this);
    return copy;
  }

  /** Adds sign * mantissa * 2^position units; the mantissa is unsigned. */
  private void addBits(long mantissa, int position, int sign) {
    int j = position >>> 5;
    int shift = position & 31;
    digits[j] += sign * (mantissa << shift & LOW_HALF);
    digits[j + 1] += sign * (mantissa >>> (32 - shift) & LOW_HALF);
    digits[j + 2] += sign * (mantissa >>> 32 >>> (32 - shift));
    if (++pending == PATIENCE) {
      resolve();
    }
  }

  /** Brings all digits but the topmost into [0, 2^32): every value has one such form. */
  private void resolve() {
    for (int j = 0; j < TOP; j++) {
      digits[j + 1] += digits[j] >> 32;
      digits[j] &= LOW_HALF;
    }
    pending = 0;
  }

  /** The sum in units of 2^-1074. */
  private BigInteger units() {
    resolve();
    BigInteger units = BigInteger.ZERO;
    for (int j = TOP; j >= 0; j--) {
      units = units.shiftLeft(32).add(BigInteger.valueOf(digits[j]));
    }
    return units;
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
    int zeros = Varint.readBelow(in, DIGITS * 32);
    byte[] bytes = new byte[Varint.readBelow(in, DIGITS * 4 + 1)];
    in.readFully(bytes);
    if (bytes.length == 0) {
      throw new IOException("not a sum: no digits");
    }
    BigInteger units = new BigInteger(bytes).shiftLeft(zeros);
    ExactSum sum = new ExactSum();
    for (int j = 0; j < TOP; j++) {
      sum.digits[j] = units.shiftRight(32 * j).intValue() & LOW_HALF;
    }
    sum.digits[TOP] = units.shiftRight(32 * TOP).longValue();
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ExactSum sum)) {
      return false;
    }
    resolve();
    sum.resolve();
    return Arrays.equals(digits, sum.digits);
  }

  @Override
  public int hashCode() {
    resolve();
    return Arrays.hashCode(digits);
  }

  @Override
  public String toString() {
    return value().toPlainString();
  }
}
