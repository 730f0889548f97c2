package org.escapement.estimate;

import java.util.List;
import java.util.SplittableRandom;
import org.escapement.dynamics.Constant;
import org.escapement.simulate.Clock;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitSummary;

/** Exit times that were not simulated but drawn from known laws. */
final class Samples {
  static final List<String> SIDES = List.of("lower", "upper");

  private Samples() {}

  /**
   * Estimates where every trajectory exits (by the lower side) unless that comes after the horizon.
   */
  static ExitEstimates estimates(double stepSize, long horizon, long... steps) {
    return ExitEstimates.of(summary(stepSize, horizon, steps), horizon, clock(stepSize), SIDES);
  }

  static ExitSummary summary(double stepSize, long horizon, long... steps) {
    ExitSummary.Tally tally = new ExitSummary.Tally(SIDES.size());
    for (long each : steps) {
      boolean exits = each <= horizon;
      long made = Math.min(each, horizon);
      tally.add(exits ? Ending.EXITED : Ending.CENSORED, made, made * stepSize, exits ? 0 : -1);
    }
    return tally.summary();
  }

  /** n trajectories that end the same way after the same number of steps. */
  static ExitSummary all(Ending how, int n, long steps, double stepSize) {
    ExitSummary.Tally tally = new ExitSummary.Tally(SIDES.size());
    for (int i = 0; i < n; i++) {
      tally.add(how, steps, steps * stepSize, how == Ending.EXITED ? 0 : -1);
    }
    return tally.summary();
  }

  static Clock clock(double stepSize) {
    return new Clock(new Constant(stepSize));
  }

  /** Geometric: P(steps > k) = (1 - p)^k, k = 0, 1, 2, ... */
  static long[] geometric(SplittableRandom random, double p, int n) {
    double scale = 1 / StrictMath.log1p(-p);
    return random.doubles(n).mapToLong(u -> 1 + (long) (StrictMath.log1p(-u) * scale)).toArray();
  }
}
