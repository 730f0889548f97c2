package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * Half a wave from one value to another: last + (initial - last) (1 + cos(pi k/steps))/2 at step k
 * up to {@code steps}, then last.
 *
 * <p>Source: I. Loshchilov and F. Hutter, SGDR: Stochastic gradient descent with warm restarts,
 * ICLR 2017, equation (5), without restarts.
 */
public record Cosine(
    @Parameter("Value at step 0") double initial,
    @Parameter("Value at the end and ever after") double last,
    @Parameter(value = "Steps until the end", unit = "steps", range = "(0, inf)") double steps)
    implements Schedule {

  /** Checks the ranges. */
  public Cosine {
    Check.finite(initial, "initial");
    Check.finite(last, "last");
    Check.positive(steps, "steps");
  }

  @Override
  public double at(long step) {
    double way = Math.min(step / steps, 1);
    return way == 1 ? last : last + (initial - last) * (1 + StrictMath.cos(Math.PI * way)) / 2;
  }

  @Override
  public boolean isConstant() {
    return initial == last;
  }

  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
    Check.in(interval, last, name);
  }
}
