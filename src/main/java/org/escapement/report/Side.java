package org.escapement.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A side of a heat map: the values of an axis, each in a stripe that ends half-way to its
 * neighbours.
 *
 * @param values increasing, at least one
 */
record Side(String label, List<Double> values) {

  /** So many values are marked each. */
  private static final int FEW = 9;

  /** Room for the label of one, SVG units. */
  private static final double LABEL = 42;

  /** Where the stripes begin and the last one ends. */
  double[] edges(double from, double to) {
    double[] at = positions();
    Scale scale = scale(from, to);
    double[] edges = new double[at.length + 1];
    for (int i = 0; i <= at.length; i++) {
      edges[i] = scale.atOrBeyond(value(edge(at, i)));
    }
    return edges;
  }

  /** Marks of the axis: the values themselves where there are few, else round numbers. */
  List<Scale.Tick> ticks(double length) {
    if (values.size() > FEW) {
      return scale(0, length).ticks();
    }
    int stride = Math.max(1, (int) Math.ceil(values.size() * LABEL / length));
    return IntStream.range(0, values.size())
        .filter(i -> i % stride == 0)
        .mapToObj(i -> new Scale.Tick(values.get(i), label(values.get(i))))
        .toList();
  }

  private static String label(double value) {
    MathContext digits = new MathContext(3, RoundingMode.HALF_EVEN);
    return Numbers.brief(new BigDecimal(value).round(digits).doubleValue());
  }

  /** The scale whose ends are those of the stripes. */
  Scale scale(double from, double to) {
    double[] at = positions();
    double low = value(edge(at, 0));
    double high = value(edge(at, at.length));
    return Scale.exactly(isLogarithmic(), low, high, from, to);
  }

  /** Whether the logarithms of the values are spaced more evenly than they themselves. */
  boolean isLogarithmic() {
    return values.get(0) > 0 && unevenness(StrictMath::log10) < unevenness(x -> x);
  }

  private double unevenness(DoubleUnaryOperator position) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 1; i < values.size(); i++) {
      double gap =
          position.applyAsDouble(values.get(i)) - position.applyAsDouble(values.get(i - 1));
      least = Math.min(least, gap);
      most = Math.max(most, gap);
    }
    return values.size() < 3 ? 1 : most / least;
  }

  private double[] positions() {
    boolean logarithmic = isLogarithmic();
    return values.stream().mapToDouble(v -> logarithmic ? StrictMath.log10(v) : v).toArray();
  }

  /** Before stripe i; as far from the first and the last value as on their other sides. */
  private static double edge(double[] at, int i) {
    int last = at.length - 1;
    if (last == 0) {
      return at[0] + (i - 0.5);
    }
    if (i == 0) {
      return at[0] - (at[1] - at[0]) / 2;
    }
    return i > last ? at[last] + (at[last] - at[last - 1]) / 2 : (at[i - 1] + at[i]) / 2;
  }

  private double value(double position) {
    return isLogarithmic() ? StrictMath.pow(10, position) : position;
  }
}
