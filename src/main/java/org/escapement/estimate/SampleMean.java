package org.escapement.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * The mean of n numbers and its standard error, sqrt((sum x^2 - (sum x)^2 / n) / (n (n - 1))), from
 * exact sums, so that nothing cancels.
 *
 * @param stdError empty for a single number
 */
public record SampleMean(double value, OptionalDouble stdError) {

  public static SampleMean of(BigDecimal sum, BigDecimal squares, long n) {
    BigDecimal count = BigDecimal.valueOf(n);
    double mean = sum.divide(count, MathContext.DECIMAL128).doubleValue();
    if (n < 2) {
      return new SampleMean(mean, OptionalDouble.empty());
    }
    BigDecimal spread = count.multiply(squares).subtract(sum.pow(2));
    BigDecimal scale = count.pow(2).multiply(BigDecimal.valueOf(n - 1));
    double variance = spread.divide(scale, MathContext.DECIMAL128).doubleValue();
    return new SampleMean(mean, OptionalDouble.of(Math.sqrt(variance)));
  }
}
