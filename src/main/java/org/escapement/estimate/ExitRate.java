package org.escapement.estimate;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Exits per time at risk, r = D/S, and its inverse, the mean time to an exit.
 *
 * <p>The standard error is that of a ratio of two sums over independent trajectories: with d_i = 1
 * for those that exited and x_i the time at risk, Var r = sum (d_i - r x_i)^2 / S^2 * n/(n - 1)
 * (Cochran, Sampling Techniques, chapter 6). It assumes no law. When all exited it is the ordinary
 * standard error of a mean, for exponential times it tends to r / sqrt(D), for geometric ones to r
 * sqrt((1 - r)/D) with r per step. Times at risk are bounded by the horizon, so the variance exists
 * whatever the law of the exit times.
 *
 * @param rate per unit of time
 * @param rateStdError per unit of time
 * @param mean unit of time
 * @param meanStdError unit of time
 */
record ExitRate(double rate, double rateStdError, double mean, double meanStdError) {

  /**
   * From exact sums, all in the same unit of time.
   *
   * @param n trajectories, at least 2
   * @param exited D, at least 1
   * @param atRisk S, the sum of the times of all trajectories
   * @param squares the sum of the squares of the times of all trajectories
   * @param exits the sum of the times of those that exited
   */
  static ExitRate of(long n, long exited, BigDecimal atRisk, BigDecimal squares, BigDecimal exits) {
    BigDecimal count = BigDecimal.valueOf(exited);
    BigDecimal spread =
        count
            .multiply(atRisk.pow(2))
            .subtract(BigDecimal.valueOf(2).multiply(count).multiply(atRisk).multiply(exits))
            .add(count.pow(2).multiply(squares))
            .multiply(BigDecimal.valueOf(n))
            .divide(BigDecimal.valueOf(n - 1), MathContext.DECIMAL128);
    double rate = count.divide(atRisk, MathContext.DECIMAL128).doubleValue();
    double mean = atRisk.divide(count, MathContext.DECIMAL128).doubleValue();
    double variance = spread.divide(atRisk.pow(4), MathContext.DECIMAL128).doubleValue();
    double rateStdError = Math.sqrt(variance);
    return new ExitRate(rate, rateStdError, mean, rateStdError * mean * mean);
  }
}
