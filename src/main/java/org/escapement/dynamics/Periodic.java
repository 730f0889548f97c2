package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * The same value at every step but at steps 0, period, 2 period, ..., which have another.
 *
 * <p>As a step size of {@link PytorchMomentum} it makes the occasional large step of Algorithm 2 of
 * J.-K. Wang, C.-H. Lin, J. Abernethy, Escaping Saddle Points Faster with Stochastic Momentum, ICLR
 * 2020: usual eta, at-multiples r, period T_thred.
 */
public record Periodic(
    @Parameter("Value at all other steps") double usual,
    @Parameter("Value at step 0 and at each multiple of the period") double atMultiples,
    @Parameter(value = "Steps from one to the next", unit = "steps", range = "[1, inf)")
        double period)
    implements Schedule {

  /** Checks the ranges. */
  public Periodic {
    Check.finite(usual, "usual");
    Check.finite(atMultiples, "at-multiples");
    Check.in("[1, inf)", period, "period");
    if (period != Math.rint(period)) {
      throw new IllegalArgumentException("period must be a whole number, got " + period);
    }
  }

  @Override
  public double at(long step) {
    return step % (long) period == 0 ? atMultiples : usual;
  }

  @Override
  public boolean isConstant() {
    return usual == atMultiples || period == 1;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, usual, name);
    Check.in(interval, atMultiples, name);
  }
}
