package org.escapement.domain;

import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;

/** Stays while low < x < high, on the line; the margin is the distance to the nearer end. */
public record Interval(
    @Parameter(value = "Lower end", unit = "length") double low,
    @Parameter(value = "Upper end, above the lower one", unit = "length") double high)
    implements Domain {

  /** Checks the ranges. */
  public Interval {
    Check.finite(low, "low");
    Check.finite(high, "high");
    if (!(low < high)) {
      throw new IllegalArgumentException("high must be above low = " + low + ", got " + high);
    }
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("lower", "upper");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    Check.dimension(objective.dimension(), 1, "interval");
    return new Ends(low, high);
  }

  private static final class Ends implements Region {
    private final double low;
    private final double high;

    Ends(double low, double high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      double[] q = x[0];
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(q[i] - low, high - q[i]);
      }
    }

    @Override
    public int side(double[][] x, int lane) {
      return x[0][lane] - low < high - x[0][lane] ? 0 : 1;
    }
  }
}
