package org.escapement.estimate;

import java.util.OptionalDouble;

/**
 * The probability to be still inside, as a function of time: S = product over exits of (1 - d/n)
 * with d exits among n at risk, and its variance S^2 sum d/(n (n - d)).
 *
 * <p>Censored and diverged trajectories count among those at risk as long as they were watched.
 *
 * <p>Sources: Kaplan and Meier, JASA 53, 1958; Greenwood 1926 for the variance; Klein and
 * Moeschberger, Survival Analysis, 2nd ed., eq. 4.5.1 to 4.5.2 for the restricted mean.
 */
final class KaplanMeier {
  /** The order of rounding errors in a product of a few ten thousand factors. */
  private static final double ROUNDING = 1e-11;

  private final LifeTable table;
  private final double[] survival;
  private final double[] hazardVariance;

  KaplanMeier(LifeTable table) {
    this.table = table;
    this.survival = new double[table.size()];
    this.hazardVariance = new double[table.size()];
    double anchor = 1;
    double anchorAtRisk = table.size() == 0 ? 1 : table.atRisk(0);
    double sum = 0;
    for (int j = 0; j < table.size(); j++) {
      double left = table.atRisk(j) - table.exited(j);
      // Between divergences the product telescopes: exactly the share that is left.
      survival[j] = anchor * (left / anchorAtRisk);
      sum += left == 0 ? 0 : table.exited(j) / (left * table.atRisk(j));
      hazardVariance[j] = sum;
      if (table.diverged(j) > 0) {
        anchor = survival[j];
        anchorAtRisk = table.remaining(j);
      }
    }
  }

  /** The probability to stay longer than bucket j; 1 for j = -1. */
  double survival(int j) {
    return j < 0 ? 1 : survival[j];
  }

  /**
   * Greenwood's standard error of {@link #survival}; empty at 0 and at 1, where it says nothing.
   */
  OptionalDouble stdError(int j) {
    return survival(j) > 0 && survival(j) < 1
        ? OptionalDouble.of(survival[j] * Math.sqrt(hazardVariance[j]))
        : OptionalDouble.empty();
  }

  /** The model time by which a share of all has exited; empty when that was not observed. */
  OptionalDouble quantile(double share) {
    double stay = (1 - share) * (1 + ROUNDING);
    for (int j = 0; j < table.size(); j++) {
      if (table.exited(j) > 0 && survival[j] <= stay) {
        return OptionalDouble.of(table.time(j));
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * The mean of the smaller of exit time and {@code end}: the area under the curve.
   *
   * @param end model time up to which somebody was watched, unless nobody was left before
   */
  SampleMean restrictedMean(double end) {
    double area = 0;
    double variance = 0;
    double until = end;
    for (int j = table.size() - 1; j >= 0; j--) {
      area += survival[j] * (until - table.time(j));
      double left = table.atRisk(j) - table.exited(j);
      variance += left == 0 ? 0 : area * area * table.exited(j) / (left * table.atRisk(j));
      until = table.time(j);
    }
    return new SampleMean(area + until, OptionalDouble.of(Math.sqrt(variance)));
  }
}
