package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/** Exponential decay: initial exp(-k/steps) at step k. */
public record Exponential(
    @Parameter("Value at step 0") double initial,
    @Parameter(value = "Steps in which it decays by the factor e", range = "(0, inf)") double steps)
    implements Schedule {

  /** Checks the ranges. */
  public Exponential {
    Check.finite(initial, "initial");
    Check.positive(steps, "steps");
  }

  @Override
  public double at(long step) {
    return initial * StrictMath.exp(-step / steps);
  }

  @Override
  public boolean isConstant() {
    return false;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
  }
}
