package org.escapement.study.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Evenly spaced values between two that are kept as written. Those between are rounded to 12
 * significant digits, so that they print well, or to the nearest whole number where one is needed.
 *
 * @param points how many, the ends included; one alone is {@code from}
 * @param whole whether whole numbers are needed
 */
record Spacing(Node.Scalar from, Node.Scalar to, int points, boolean whole) {
  private static final MathContext PRINTED = new MathContext(12, RoundingMode.HALF_EVEN);

  /** Beyond so many zeros a number is written with an exponent. */
  private static final int MOST_ZEROS = 12;

  /** With a constant difference. */
  List<Node> linear() {
    BigDecimal first = Numbers.decimal(from);
    BigDecimal last = Numbers.decimal(to);
    BigDecimal intervals = BigDecimal.valueOf(points - 1L);
    return values(
        i ->
            first
                .multiply(BigDecimal.valueOf(points - 1L - i))
                .add(last.multiply(BigDecimal.valueOf(i)))
                .divide(intervals, PRINTED));
  }

  /** With a constant ratio; both ends have the same sign. */
  List<Node> geometric() {
    double first = Numbers.number(from);
    double logFirst = StrictMath.log(Math.abs(first));
    double logLast = StrictMath.log(Math.abs(Numbers.number(to)));
    return values(
        i -> {
          double log = (logFirst * (points - 1 - i) + logLast * i) / (points - 1);
          return new BigDecimal(Math.copySign(StrictMath.exp(log), first));
        });
  }

  private List<Node> values(IntFunction<BigDecimal> between) {
    List<Node> values = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      if (i == 0) {
        values.add(from);
      } else if (i == points - 1) {
        values.add(to);
      } else {
        values.add(new Node.Scalar(from.at(), printed(between.apply(i)), false));
      }
    }
    return values;
  }

  private String printed(BigDecimal value) {
    BigDecimal rounded = whole ? value.setScale(0, RoundingMode.HALF_EVEN) : value.round(PRINTED);
    BigDecimal stripped = rounded.stripTrailingZeros();
    boolean plain =
        stripped.scale() >= -MOST_ZEROS && stripped.scale() - stripped.precision() <= MOST_ZEROS;
    return plain ? stripped.toPlainString() : stripped.toString();
  }
}
