package org.escapement.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to places along an axis of a plot: linearly, or by the logarithm when they are
 * positive and span more than a decade.
 */
final class Scale {
  /** Part of the axis that stays free at either end. */
  private static final double MARGIN = 0.04;

  private final boolean logarithmic;
  private final double low;
  private final double high;
  private final double from;
  private final double to;

  /** A mark on the axis. */
  record Tick(double value, String label) {}

  private Scale(boolean logarithmic, double low, double high, double from, double to) {
    this.logarithmic = logarithmic;
    this.low = low;
    this.high = high;
    this.from = from;
    this.to = to;
  }

  /**
   * A scale on which all the values have a place.
   *
   * @param values finite; when there is none the scale runs from 0 to 1
   * @param from place of the low end, SVG units
   * @param to place of the high end, SVG units
   */
  static Scale of(List<Double> values, double from, double to) {
    double least = least(values);
    return of(least > 0 && most(values) / least > 10, values, from, to);
  }

  /** As {@link #of(List, double, double)}, but linear whatever the values are. */
  static Scale linear(List<Double> values, double from, double to) {
    return of(false, values, from, to);
  }

  /** As {@link #of(List, double, double)}, but logarithmic whenever all values are positive. */
  static Scale logarithmic(List<Double> values, double from, double to) {
    return of(least(values) > 0, values, from, to);
  }

  /**
   * A scale of exactly this range.
   *
   * @param low value at {@code from}; positive when logarithmic
   * @param high value at {@code to}, larger
   */
  static Scale exactly(boolean logarithmic, double low, double high, double from, double to) {
    double a = logarithmic ? StrictMath.log10(low) : low;
    double b = logarithmic ? StrictMath.log10(high) : high;
    return new Scale(logarithmic, a, b, from, to);
  }

  private static Scale of(boolean logarithmic, List<Double> values, double from, double to) {
    double least = least(values);
    double most = most(values);
    double a = logarithmic ? StrictMath.log10(least) : least;
    double b = logarithmic ? StrictMath.log10(most) : most;
    double width = b > a ? b - a : a == 0 ? 1 : Math.abs(a);
    double margin = b > a ? MARGIN * width : width / 2;
    return new Scale(logarithmic, a - margin, b + margin, from, to);
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElse(0);
  }

  private static double most(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElse(1);
  }

  boolean isLogarithmic() {
    return logarithmic;
  }

  /** The place of a value, SVG units; one that has none lies at the low end. */
  double at(double value) {
    return place(Math.min(Math.max(position(value), low), high));
  }

  /** The place of a value, SVG units, also beyond either end. */
  double atOrBeyond(double value) {
    return place(position(value));
  }

  private double position(double value) {
    return logarithmic ? (value > 0 ? StrictMath.log10(value) : low) : value;
  }

  private double place(double position) {
    return from + (position - low) / (high - low) * (to - from);
  }

  /** Round values to mark, about six. */
  List<Tick> ticks() {
    return logarithmic ? decades() : steps();
  }

  private List<Tick> steps() {
    double rough = (high - low) / 6;
    double power = powerOfTen((int) Math.floor(StrictMath.log10(rough)));
    double times = rough / power;
    double step = (times < 1.5 ? 1 : times < 3.5 ? 2 : times < 7.5 ? 5 : 10) * power;
    List<Tick> ticks = new ArrayList<>();
    for (long j = (long) Math.ceil(low / step); j * step <= high; j++) {
      ticks.add(tick(j * step));
    }
    return ticks;
  }

  private List<Tick> decades() {
    int stride = (int) Math.ceil((high - low) / 8);
    int[] digits = high - low < 2.5 ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(low); decade <= high; decade++) {
      for (int digit : digits) {
        double value = digit * powerOfTen(decade);
        double position = StrictMath.log10(value);
        if (decade % stride == 0 && position >= low && position <= high) {
          ticks.add(tick(value));
        }
      }
    }
    return ticks;
  }

  private static Tick tick(double value) {
    return new Tick(value, Numbers.brief(value));
  }

  private static double powerOfTen(int exponent) {
    return BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
  }
}
