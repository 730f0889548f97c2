package org.escapement.estimate;

import java.util.function.LongPredicate;
import org.hipparchus.special.Beta;

/**
 * Which of n independent numbers, sorted, are a quantile of their law and its confidence limits.
 * The number of them below the quantile is binomial, whatever their law: no more than the given
 * share of all samples has the limits on one side of it (David, Nagaraja: Order Statistics, 2003,
 * section 7.1).
 *
 * @param n how many numbers there are
 * @param value the rank of the quantile, from 1: the smallest below or at which its share lies
 * @param low the rank of the lower limit; 0 when n is too small for one
 * @param high the rank of the upper limit; n + 1 when n is too small for one
 */
public record QuantileRanks(long n, long value, long low, long high) {
  /** A product of a share and a whole number may be too large by rounding. */
  private static final double ROUNDING = 0x1.0p-50;

  /**
   * Those of n >= 1 numbers.
   *
   * @param p the share below, 0 < p < 1
   * @param confidence of both limits together, such as 0.95; each misses with at most half the rest
   */
  public static QuantileRanks of(long n, double p, double confidence) {
    double tail = (1 - confidence) / 2;
    long value = Math.max(1, (long) Math.ceil(n * p * (1 - ROUNDING)));
    long low = firstNot(n + 1, rank -> below(rank, n, p) <= tail) - 1;
    long high = firstNot(n + 1, rank -> 1 - below(rank, n, p) > tail);
    return new QuantileRanks(n, value, low, high);
  }

  /** Whether there is a lower limit. */
  public boolean hasLow() {
    return low > 0;
  }

  /** Whether there is an upper limit. */
  public boolean hasHigh() {
    return high <= n;
  }

  /** The first of 1, ..., end - 1 for which something no longer holds; end when it always does. */
  private static long firstNot(long end, LongPredicate holds) {
    long from = 1;
    long to = end;
    while (from < to) {
      long middle = (from + to) >>> 1;
      if (holds.test(middle)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** P(B < rank) of a binomial B, 1 <= rank <= n. */
  private static double below(long rank, long n, double p) {
    return Beta.regularizedBeta(1 - p, n - rank + 1.0, rank);
  }
}
