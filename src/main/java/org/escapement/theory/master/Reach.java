package org.escapement.theory.master;

import java.util.Optional;
import java.util.OptionalDouble;

/** The part of the line outside of which a density from a fixed point is negligible. */
record Reach(double low, double high) {
  /** Logarithm by which the stationary density has fallen at the walls. */
  private static final double FALL = 14;

  /** Deviations that a free walk does not pass. */
  private static final double DEVIATIONS = 5.5;

  /** Logarithm by which the start may be below the top; beyond it digits are lost. */
  private static final double LOWEST_START = 30;

  private static final int MOST = 100_000;

  /** Until the given step; empty where there is no end to it, and from far up a slope. */
  static Optional<Reach> of(FokkerPlanck equation, double start, long last) {
    OptionalDouble low = end(equation, start, last, -1);
    OptionalDouble high = end(equation, start, last, 1);
    return low.isPresent() && high.isPresent()
        ? Optional.of(new Reach(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }

  /** Walks on until the density has fallen, or no free walk would come so far from its top. */
  private static OptionalDouble end(FokkerPlanck equation, double start, long last, int way) {
    double spread = equation.spread().applyAsDouble(start);
    double pace = way * Math.sqrt(spread / 2);
    double atStart = -StrictMath.log(spread);
    double force = 0;
    double best = atStart;
    double bestAt = start;
    double x = start;
    for (int k = 0; k < MOST; k++) {
      force += equation.force(x, x + pace);
      x += pace;
      double here = equation.spread().applyAsDouble(x);
      double density = -force - StrictMath.log(here);
      spread = Math.max(spread, here);
      if (density > best) {
        best = density;
        bestAt = x;
      }
      boolean tooFar = Math.abs(x - bestAt) > DEVIATIONS * Math.sqrt(2 * spread * last);
      if (!(best - atStart <= LOWEST_START)) {
        return OptionalDouble.empty();
      }
      if (best - density > FALL || tooFar) {
        return OptionalDouble.of(x);
      }
    }
    return OptionalDouble.empty();
  }
}
