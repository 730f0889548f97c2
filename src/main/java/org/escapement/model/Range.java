package org.escapement.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The allowed range of a number, an interval of the reals, open or closed at either end; never
 * contains an infinite number.
 */
public record Range(double low, double high, boolean lowIncluded, boolean highIncluded) {
  private static final Pattern SHAPE =
      Pattern.compile("([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^\\])\\s]+)\\s*([\\])])");

  /**
   * Reads "(0, 2]", "[0, inf)", "(-inf, inf)".
   *
   * @throws IllegalArgumentException when the text is no interval
   */
  public static Range parse(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an interval: " + text);
    }
    return new Range(
        number(parts.group(2)),
        number(parts.group(3)),
        parts.group(1).equals("["),
        parts.group(4).equals("]"));
  }

  private static double number(String text) {
    return switch (text) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Whether the value is finite and inside. */
  public boolean contains(double value) {
    boolean aboveLow = lowIncluded ? value >= low : value > low;
    boolean belowHigh = highIncluded ? value <= high : value < high;
    return aboveLow && belowHigh && Double.isFinite(value);
  }
}
