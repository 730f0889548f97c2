package org.escapement.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers for people: with as many digits as mean something. */
public final class Numbers {
  /** Powers of ten between which a number is written without an exponent. */
  private static final int SMALLEST_PLAIN = -4;

  private static final int LARGEST_PLAIN = 6;

  private static final String[] PREFIXES = {"", " k", " M", " G", " T", " P", " E"};

  private Numbers() {}

  /** The value to so many significant digits, zeros at the end included: 0.2500, 1.250e-9. */
  public static String significant(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return special(value);
    }
    BigDecimal rounded = round(value, digits);
    return write(rounded, exponent(rounded), digits - 1 - exponent(rounded));
  }

  /** The value to at most six significant digits, without zeros at the end: 0.25, 1e7. */
  public static String brief(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return special(value);
    }
    BigDecimal rounded = round(value, 6).stripTrailingZeros();
    return write(rounded, exponent(rounded), rounded.scale());
  }

  /** A cell of a table: a swept value, whatever its type. */
  public static String brief(Object value) {
    return value instanceof Double number ? brief(number.doubleValue()) : String.valueOf(value);
  }

  /**
   * A measured value with its standard error: the error to two digits, the value to match, as in
   * 12.345 ± 0.067.
   */
  public static String measured(double value, double error) {
    if (!Double.isFinite(value) || !(error > 0) || error == Double.POSITIVE_INFINITY) {
      return significant(value, 4);
    }
    BigDecimal spread = round(error, 2);
    int decimals = 1 - exponent(spread);
    BigDecimal mean = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
    int largest =
        Math.max(exponent(spread), mean.signum() == 0 ? Integer.MIN_VALUE : exponent(mean));
    if (isPlain(largest)) {
      return plain(mean, decimals) + " ± " + plain(spread, decimals);
    }
    return "("
        + plain(mean.movePointLeft(largest), decimals + largest)
        + " ± "
        + plain(spread.movePointLeft(largest), decimals + largest)
        + ")e"
        + largest;
  }

  /** A whole number with a comma between thousands: 1,234,567. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A large number to three digits with a metric prefix: 512 M. */
  public static String metric(double value) {
    double left = value;
    int prefix = 0;
    while (Math.abs(left) >= 999.5 && prefix < PREFIXES.length - 1) {
      left /= 1000;
      prefix++;
    }
    String digits =
        prefix == 0 || left == 0 ? plain(new BigDecimal(left), 0) : significant(left, 3);
    return digits + PREFIXES[prefix];
  }

  /** A time span: 0.42 s, 12 s, 3 min 20 s, 2 h 05 min, 4 d 03 h. */
  public static String duration(double seconds) {
    if (seconds < 9.95) {
      return significant(seconds, 2) + " s";
    }
    long whole = (long) Math.rint(seconds);
    if (whole < 60) {
      return whole + " s";
    }
    if (whole < 3600) {
      return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
    }
    if (whole < 86_400) {
      return String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
    return String.format(Locale.ROOT, "%d d %02d h", whole / 86_400, whole / 3600 % 24);
  }

  /** The power of ten of the first digit. */
  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  private static BigDecimal round(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static boolean isPlain(int exponent) {
    return exponent >= SMALLEST_PLAIN && exponent <= LARGEST_PLAIN;
  }

  private static String write(BigDecimal value, int exponent, int decimals) {
    return isPlain(exponent)
        ? plain(value, decimals)
        : plain(value.movePointLeft(exponent), decimals + exponent) + "e" + exponent;
  }

  private static String plain(BigDecimal value, int decimals) {
    return value.setScale(Math.max(0, decimals), RoundingMode.HALF_EVEN).toPlainString();
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return value == 0 ? "0" : value > 0 ? "inf" : "-inf";
  }
}
