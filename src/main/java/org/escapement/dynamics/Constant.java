package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/** The same value at every step. */
public record Constant(@Parameter("The value at every step") double value) implements Schedule {

  /** Checks the ranges. */
  public Constant {
    Check.finite(value, "value");
  }

  @Override
  public double at(long step) {
    return value;
  }

  @Override
  public boolean isConstant() {
    return true;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, value, name);
  }
}
