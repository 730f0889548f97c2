package org.escapement.estimate;

import java.util.OptionalDouble;

/**
 * Tests whether exit times are exponential, that is, whether exits come in proportion to the time
 * at risk.
 *
 * <p>With v(t) the share of all time at risk that lies before t and N(t) the exits until then, N -
 * D v is a martingale tied down at both ends. Under exponential exits (geometric ones, in steps) (N
 * - D v) / sqrt(D (1 - p)) tends to a Brownian bridge in v, with p = D / (steps at risk), however
 * many were censored or diverged. Its largest size is the statistic, with the correction for few
 * exits of the uniform case, sqrt(D) + 0.12 + 0.11/sqrt(D); it exceeds 1.358 with probability 5 %
 * and 1.628 with 1 %.
 *
 * <p>The Kolmogorov-Smirnov test with an estimated mean (critical values 1.094 and 1.308) has
 * slightly more power but no fixed critical values under censoring, which is when the answer
 * matters most.
 *
 * <p>Sources: Barlow and Proschan, A note on tests for monotone failure rate based on incomplete
 * data, Ann. Math. Stat. 40, 1969 (total time on test); Aalen, Ann. Stat. 6, 1978 (the martingale);
 * Stephens, JASA 69, 1974, table 1 (the correction).
 */
final class Exponentiality {
  private Exponentiality() {}

  /**
   * The statistic; empty where exits have no spread.
   *
   * @param watched time at risk of the trajectories that reached the horizon, model time
   * @param perStep p, exits per step at risk
   */
  static OptionalDouble statistic(LifeTable table, double watched, double perStep) {
    double atRisk = watched;
    long exits = 0;
    for (int j = 0; j < table.size(); j++) {
      atRisk += (table.atRisk(j) - table.remaining(j)) * table.time(j);
      exits += table.exited(j);
    }
    if (!(perStep < 1) || exits == 0) {
      return OptionalDouble.empty();
    }
    double root = Math.sqrt((double) exits);
    double farthest = farthest(table, atRisk, (double) exits);
    return OptionalDouble.of(farthest * (root + 0.12 + 0.11 / root) / Math.sqrt(1 - perStep));
  }

  /** The largest |N/D - v|, which is found at the beginning or at the end of a bucket. */
  private static double farthest(LifeTable table, double atRisk, double exits) {
    double farthest = 0;
    double past = 0;
    long left = 0;
    for (int j = 0; j < table.size(); j++) {
      double before = (past + table.atRisk(j) * table.begin(j)) / atRisk;
      farthest = Math.max(farthest, Math.abs(left / exits - before));
      past += (table.atRisk(j) - table.remaining(j)) * table.time(j);
      left += table.exited(j);
      double after = (past + table.remaining(j) * table.end(j)) / atRisk;
      farthest = Math.max(farthest, Math.abs(left / exits - after));
    }
    return farthest;
  }
}
