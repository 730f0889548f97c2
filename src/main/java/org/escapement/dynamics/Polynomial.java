package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/** Decay by a power: initial (1 + k/steps)^-power at step k. */
public record Polynomial(
    @Parameter("Value at step 0") double initial,
    @Parameter(value = "Steps after which 1 + k/steps has doubled", range = "(0, inf)")
        double steps,
    @Parameter(value = "Power of the decay", range = "[0, inf)") double power)
    implements Schedule {

  /** Checks the ranges. */
  public Polynomial {
    Check.finite(initial, "initial");
    Check.positive(steps, "steps");
    Check.notNegative(power, "power");
  }

  @Override
  public double at(long step) {
    return initial * StrictMath.pow(1 + step / steps, -power);
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
