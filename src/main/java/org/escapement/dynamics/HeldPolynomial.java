package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * Held for a while, then decay by a power: initial up to step hold, initial (1 + (k -
 * hold)/steps)^-power at later steps k.
 *
 * <p>The step size eta that brings the loss of SGD on a x^2/2 down fastest under the modified
 * equation is this, with power 1, steps 1/(a eta) and hold ln(2 a x_0^2/(eta s^2) - 1)/(2 a eta)
 * for noise of deviation s (Li, Tai, E 2017, ICML, section 4.1).
 */
public record HeldPolynomial(
    @Parameter("Value at the first steps") double initial,
    @Parameter(value = "Steps before it decays", unit = "steps", range = "[0, inf)") double hold,
    @Parameter(
            value = "Steps of the decay after which it is initial 2^-power",
            unit = "steps",
            range = "(0, inf)")
        double steps,
    @Parameter(value = "Power of the decay", range = "[0, inf)") double power)
    implements Schedule {

  /** Checks the ranges. */
  public HeldPolynomial {
    Check.finite(initial, "initial");
    Check.notNegative(hold, "hold");
    Check.positive(steps, "steps");
    Check.notNegative(power, "power");
  }

  @Override
  public double at(long step) {
    return initial * StrictMath.pow(1 + Math.max(0, step - hold) / steps, -power);
  }

  @Override
  public boolean isConstant() {
    return power == 0;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
  }
}
