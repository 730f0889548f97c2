package org.escapement.data;

/** Reads numbers in decimal notation, and only those. */
final class Decimal {
  private Decimal() {}

  /** The number, or NaN where that is no finite one: 1d, 0x1p3, NaN and Infinity are none. */
  static double parse(String text) {
    for (int j = 0; j < text.length(); j++) {
      char c = text.charAt(j);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException none) {
      return Double.NaN;
    }
  }
}
