package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * Polynomial decay in stages: initial ((M - m + 1)/M)^power in stage m = 1, ..., M, and another
 * value after the last stage.
 *
 * <p>The noise schedule of graduated optimisation by N. Sato and H. Iiduka, with power at most 1:
 * the noise itself in the explicit method; the step size, or the step size with half the power and
 * the batch size with minus the power, in the implicit one.
 */
public record PolynomialStages(
    @Parameter("Value in the first stage") double initial,
    @Parameter(value = "Number M of stages", unit = "stages", range = "[1, 1000000000]") int stages,
    @Parameter(value = "Steps of each stage", unit = "steps", range = "[1, 1000000000]") int steps,
    @Parameter("Power; negative where the value grows") double power,
    @Parameter("Value after the last stage") double last)
    implements Schedule {

  /** Checks the ranges. */
  public PolynomialStages {
    Check.finite(initial, "initial");
    Check.in("[1, 1000000000]", stages, "stages");
    Check.in("[1, 1000000000]", steps, "steps");
    Check.finite(power, "power");
    Check.finite(last, "last");
  }

  @Override
  public double at(long step) {
    long stage = step / steps;
    return stage < stages ? ofStage(stage) : last;
  }

  /** Counted from 0. */
  private double ofStage(long stage) {
    return initial * StrictMath.pow((stages - stage) / (double) stages, power);
  }

  @Override
  public boolean isConstant() {
    return last == initial && (stages == 1 || power == 0);
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
    Check.in(interval, ofStage(stages - 1), name);
    Check.in(interval, last, name);
  }
}
