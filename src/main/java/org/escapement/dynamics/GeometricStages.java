package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * Another factor after each stage: initial factor^m in stage m = 0, 1, 2, ...
 *
 * <p>The schedules of implicit graduated optimisation by N. Sato and H. Iiduka: step size times
 * 1/sqrt 2, batch size times 2, or sqrt(3)/2 and 1.5 together, all of which take eta/sqrt b down by
 * 1/sqrt 2.
 */
public record GeometricStages(
    @Parameter("Value in the first stage") double initial,
    @Parameter(value = "Factor from one stage to the next", range = "(0, inf)") double factor,
    @Parameter(value = "Steps of each stage", unit = "steps", range = "[1, 1000000000]") int steps)
    implements Schedule {

  /** Checks the ranges. */
  public GeometricStages {
    Check.finite(initial, "initial");
    Check.positive(factor, "factor");
    Check.in("[1, 1000000000]", steps, "steps");
  }

  @Override
  public double at(long step) {
    double value = initial * StrictMath.pow(factor, step / steps);
    return Math.max(-Double.MAX_VALUE, Math.min(value, Double.MAX_VALUE));
  }

  @Override
  public boolean isConstant() {
    return factor == 1 || initial == 0;
  }

  /** One that grows leaves every bounded interval; one that falls comes close to 0. */
  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
    if (factor > 1) {
      Check.in(interval, at(Long.MAX_VALUE), name);
    } else if (!isConstant()) {
      Check.in(interval, Math.copySign(Double.MIN_VALUE, initial), name);
    }
  }
}
