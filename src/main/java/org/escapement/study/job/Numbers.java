package org.escapement.study.job;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads numbers in decimal notation, and only those: what YAML would also take for a number (1_000,
 * 0x1F, 017, 1:30, .inf) is refused with the reason.
 *
 * <p>Every method throws an IllegalArgumentException whose message follows the name of what was
 * read: "must be a number, got fast".
 */
final class Numbers {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,9})?");
  private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0\\d.*");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(?:inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_BASE =
      Pattern.compile("[-+]?0[xob][0-9a-f_]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern BASE_60 = Pattern.compile("[-+]?\\d+(?::\\d+)+(?:\\.\\d*)?");

  /** No number needs more characters; longer ones only cost time. */
  private static final int LONGEST = 400;

  private Numbers() {}

  /** A finite number; never -0.0. */
  static double number(Node.Scalar scalar) {
    return finite(decimalText(scalar, "a number"), scalar);
  }

  /** A finite number, or one with a percent sign, of which it is the hundredth. */
  static double share(Node.Scalar scalar) {
    String text = scalar.text();
    if (scalar.quoted() || !text.endsWith("%")) {
      return number(scalar);
    }
    Node.Scalar percent =
        new Node.Scalar(scalar.at(), text.substring(0, text.length() - 1).strip(), false);
    return finite(decimal(percent).movePointLeft(2).toString(), scalar);
  }

  /** A finite number, exactly as written. */
  static BigDecimal decimal(Node.Scalar scalar) {
    double value = number(scalar);
    return value == 0 ? BigDecimal.ZERO : new BigDecimal(scalar.text());
  }

  /** A whole number in any decimal notation, such as 1e7. */
  static long whole(Node.Scalar scalar, long largest) {
    String text = decimalText(scalar, "a whole number");
    BigDecimal value = new BigDecimal(text);
    try {
      long whole = value.longValueExact();
      if (Math.abs(whole) <= largest) {
        return whole;
      }
    } catch (ArithmeticException notLong) {
      if (value.precision() - (long) value.scale() <= 19
          && value.stripTrailingZeros().scale() > 0) {
        throw new IllegalArgumentException(
            "must be a whole number, got " + scalar.described(), notLong);
      }
    }
    throw new IllegalArgumentException(
        "must be a whole number up to " + largest + ", got " + scalar.described());
  }

  private static double finite(String decimal, Node.Scalar scalar) {
    double value = Double.parseDouble(decimal);
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException("is too large for a double, got " + scalar.shown());
    }
    if (value == 0 && hasDigitButZero(decimal)) {
      throw new IllegalArgumentException("is too small for a double, got " + scalar.shown());
    }
    return value + 0.0;
  }

  private static boolean hasDigitButZero(String decimal) {
    return decimal.toLowerCase(Locale.ROOT).split("e", 2)[0].matches(".*[1-9].*");
  }

  private static String decimalText(Node.Scalar scalar, String expected) {
    String text = scalar.text();
    boolean decimal =
        !scalar.quoted()
            && text.length() <= LONGEST
            && DECIMAL.matcher(text).matches()
            && !isOctal(text);
    if (!decimal) {
      throw new IllegalArgumentException(complaint(scalar, expected));
    }
    return text;
  }

  private static boolean isOctal(String text) {
    return LEADING_ZERO.matcher(text).matches();
  }

  private static String complaint(Node.Scalar scalar, String expected) {
    String text = scalar.text();
    String got = ", got " + scalar.described();
    if (scalar.quoted() || text.length() > LONGEST) {
      return "must be " + expected + got;
    }
    if (NOT_FINITE.matcher(text).matches()) {
      return "must be finite" + got;
    }
    if (OTHER_BASE.matcher(text).matches()) {
      return "must be written in decimal notation" + got;
    }
    if (BASE_60.matcher(text).matches()) {
      return "must be " + expected + got + " (in YAML a number in base 60)";
    }
    if (text.indexOf('_') > 0 && DECIMAL.matcher(text.replace("_", "")).matches()) {
      return "must be written without underscores" + got;
    }
    if (isOctal(text) && DECIMAL.matcher(text).matches()) {
      return "must be written without leading zeros" + got + " (in YAML an octal number)";
    }
    return "must be " + expected + got;
  }
}
