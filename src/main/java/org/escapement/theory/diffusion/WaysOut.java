package org.escapement.theory.diffusion;

import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.theory.experiment.Well;

/**
 * The barriers that matter for leaving a well, and how often the overdamped motion crosses them.
 *
 * @param rateBelow per time, at the lower end
 * @param rateAbove per time, at the upper end
 */
record WaysOut(double rateBelow, double rateAbove) {
  /** The lowest barrier, and the least descent behind it, in temperatures. */
  static final double LEAST_BARRIER = 2;

  /** An uphill end so many temperatures above the bottom counts as closed. */
  private static final double CLOSED = 30;

  /** Empty where an end is neither behind a barrier nor out of reach. */
  static Optional<WaysOut> of(Well well, double temperature) {
    OptionalDouble above = rate(well, temperature);
    OptionalDouble below = rate(well.mirrored(), temperature);
    return above.isPresent() && below.isPresent() && above.getAsDouble() + below.getAsDouble() > 0
        ? Optional.of(new WaysOut(below.getAsDouble(), above.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble rate(Well well, double temperature) {
    if (well.line().high() == Double.POSITIVE_INFINITY) {
      return well.isClosedAbove(temperature) ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    Optional<Well.Barrier> barrier = well.above();
    return barrier.isPresent() ? rate(well, barrier.get(), temperature) : OptionalDouble.empty();
  }

  private static OptionalDouble rate(Well well, Well.Barrier barrier, double temperature) {
    double height = well.height(barrier.top());
    if (barrier.way() == Well.Way.UPHILL) {
      return height > CLOSED * temperature ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    double curvature = well.line().curvature(barrier.top());
    double time = KramersExit.overdamped(height, well.curvature(), curvature, temperature);
    boolean top = barrier.way() == Well.Way.TO_THE_TOP;
    double descent = height - well.height(well.line().high());
    boolean high =
        height >= LEAST_BARRIER * temperature
            && (top || descent >= LEAST_BARRIER * temperature)
            && curvature < 0
            && well.curvature() > 0;
    return high ? OptionalDouble.of((top ? 2 : 1) / time) : OptionalDouble.empty();
  }

  double meanTime() {
    return 1 / (rateBelow + rateAbove);
  }
}
