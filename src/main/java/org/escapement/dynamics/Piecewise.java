package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;

/** Constant in stages: values[j] from step from[j] on, until the next stage begins. */
public record Piecewise(
    @Parameter("Value in each stage") Vector values,
    @Parameter(
            value = "First step of each stage, an increasing list of integers that begins with 0",
            unit = "steps",
            range = "[0, inf)")
        Vector from)
    implements Schedule {

  /** Checks that there is one first step for each value. */
  public Piecewise {
    Check.finite(values, "values");
    Check.in("[0, inf)", from, "from");
    if (values.size() != from.size()) {
      throw new IllegalArgumentException(
          "from has " + from.size() + " steps, values " + values.size());
    }
    for (int j = 0; j < from.size(); j++) {
      if (from.at(j) != Math.rint(from.at(j))
          || (j == 0 ? from.at(0) != 0 : !(from.at(j) > from.at(j - 1)))) {
        throw new IllegalArgumentException(
            "from must be increasing integers that begin with 0, got " + from);
      }
    }
  }

  @Override
  public double at(long step) {
    int stage = from.size() - 1;
    while (from.at(stage) > step) {
      stage--;
    }
    return values.at(stage);
  }

  @Override
  public boolean isConstant() {
    return values.size() == 1;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, values, name);
  }
}
