package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;

/** K(x, y) = exp(-|x - y|^2/(2 width^2)). */
public record RbfKernel(
    @Parameter(value = "Distance at which K is exp(-1/2)", range = "(0, inf)") double width)
    implements Kernel {

  /** Checks the range. */
  public RbfKernel {
    Check.positive(width, "width");
  }

  @Override
  public double at(double xx, double xy, double yy, int dimension) {
    double squared = Math.max(0, xx + yy - 2 * xy);
    return StrictMath.exp(-squared / (2 * width * width));
  }
}
