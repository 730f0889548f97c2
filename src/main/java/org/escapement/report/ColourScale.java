package org.escapement.report;

import java.util.List;
import java.util.Locale;

/**
 * Colours for values between two ends, even in what the eye sees and readable on light and dark
 * paper and without colour vision: the map "viridis" of Smith and van der Walt, in equal steps.
 *
 * @param low value of the darkest colour and all below
 * @param high value of the lightest colour
 * @param logarithmic whether equal steps are equal ratios
 */
record ColourScale(double low, double high, boolean logarithmic) {
  /** Steps of colour: more cannot be told apart. */
  static final int LEVELS = 64;

  /** A logarithmic scale shows no more than so many decades below its high end. */
  private static final double DEPTH = 1e-16;

  /** At equal distances; between them colours are mixed. */
  private static final int[] ANCHORS = {
    0x440154, 0x482878, 0x3E4A89, 0x31688E, 0x26828E, 0x1F9E89, 0x35B779, 0x6DCD59, 0xB4DE2C,
    0xFDE725
  };

  /** A scale for all these, logarithmic when they are positive and span more than a decade. */
  static ColourScale of(List<Double> values) {
    double most = values.stream().mapToDouble(v -> v).max().orElse(1);
    double least = values.stream().mapToDouble(v -> v).min().orElse(0);
    double leastPositive =
        values.stream().mapToDouble(v -> v).filter(v -> v > 0).min().orElse(most);
    boolean logarithmic = least >= 0 && most / leastPositive > 10;
    return new ColourScale(
        logarithmic ? Math.max(leastPositive, DEPTH * most) : least, most, logarithmic);
  }

  /** Between 0 and {@link #LEVELS} - 1. */
  int level(double value) {
    double part = high > low ? scale(0, 1).at(value) : 0.5;
    return (int) Math.min(LEVELS - 1, part * LEVELS);
  }

  /** Where values lie along a colour bar. */
  Scale scale(double from, double to) {
    double width = high > low ? 0 : high == 0 ? 0.5 : Math.abs(high) / 2;
    return Scale.exactly(logarithmic, low - width, high + width, from, to);
  }

  /** As in #440154. */
  static String colour(int level) {
    double at = (double) level / (LEVELS - 1) * (ANCHORS.length - 1);
    int below = (int) Math.min(ANCHORS.length - 2, at);
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = ANCHORS[below] >> shift & 0xFF;
      int b = ANCHORS[below + 1] >> shift & 0xFF;
      mixed = mixed << 8 | (int) Math.rint(a + (at - below) * (b - a));
    }
    return String.format(Locale.ROOT, "#%06x", mixed);
  }
}
