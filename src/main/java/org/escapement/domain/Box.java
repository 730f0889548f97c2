package org.escapement.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/**
 * Stays while low_k < x_k < high_k for every coordinate k; the margin is the distance to the
 * nearest face. The side is that of the coordinate which is farthest out.
 */
public record Box(
    @Parameter(value = "Lower end along each axis; one number stands for all", unit = "length")
        Vector low,
    @Parameter(value = "Upper end along each axis, above the lower one", unit = "length")
        Vector high)
    implements Domain {

  /** Checks the ranges. */
  public Box {
    Check.finite(low, "low");
    Check.finite(high, "high");
    if (low.size() != high.size()) {
      throw new IllegalArgumentException(
          "high has " + high.size() + " coordinates, low " + low.size());
    }
    for (int k = 0; k < low.size(); k++) {
      if (!(low.at(k) < high.at(k))) {
        throw new IllegalArgumentException(
            "high[%d] must be above low[%d] = %s, got %s".formatted(k, k, low.at(k), high.at(k)));
      }
    }
  }

  @Override
  public Domain in(int dimension) {
    return new Box(low.spread(dimension), high.spread(dimension));
  }

  @Override
  public List<String> sides(int dimension) {
    List<String> sides = new ArrayList<>();
    for (int k = 1; k <= dimension; k++) {
      sides.add("x" + k + "-lower");
      sides.add("x" + k + "-upper");
    }
    return List.copyOf(sides);
  }

  @Override
  public Region start(Objective objective, int lanes) {
    Check.dimension(objective.dimension(), low.size(), "low");
    return new Faces(low.toArray(), high.toArray());
  }

  private static final class Faces implements Region {
    private final double[] low;
    private final double[] high;

    Faces(double[] low, double[] high) {
      this.low = low;
      this.high = high;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      Arrays.fill(out, 0, n, Double.POSITIVE_INFINITY);
      for (int k = 0; k < low.length; k++) {
        narrow(low[k], high[k], x[k], n, out);
      }
    }

    private static void narrow(double low, double high, double[] x, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = Math.min(out[i], Math.min(x[i] - low, high - x[i]));
      }
    }

    @Override
    public int side(double[][] x, int lane) {
      int side = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int k = 0; k < low.length; k++) {
        double below = x[k][lane] - low[k];
        double above = high[k] - x[k][lane];
        if (Math.min(below, above) < least) {
          least = Math.min(below, above);
          side = below < above ? 2 * k : 2 * k + 1;
        }
      }
      return side;
    }
  }
}
