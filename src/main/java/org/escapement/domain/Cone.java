package org.escapement.domain;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;

/**
 * Stays outside the double cone about an axis: while x_axis^2 < share |x|^2, share the squared
 * cosine of the cone's half angle. The margin is share |x|^2 - x_axis^2, a squared length.
 */
public record Cone(
    @Parameter(value = "Axis of the cone, counted from 1", range = "[1, inf)") int axis,
    @Parameter(value = "Stays while the axis has less than this share of |x|^2", range = "(0, 1]")
        double share)
    implements Domain {

  /** Checks the ranges. */
  public Cone {
    Check.in("[1, inf)", axis, "axis");
    Check.in("(0, 1]", share, "share");
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("in");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    return new Outside(Axes.place(axis, objective.dimension()), objective.dimension(), share);
  }

  private static final class Outside implements OneSided {
    private final int place;
    private final int dimension;
    private final double share;

    Outside(int place, int dimension, double share) {
      this.place = place;
      this.dimension = dimension;
      this.share = share;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      Arrays.fill(out, 0, n, 0);
      for (int k = 0; k < dimension; k++) {
        addSquare(k == place ? share - 1 : share, x[k], n, out);
      }
    }

    private static void addSquare(double factor, double[] x, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] += factor * (x[i] * x[i]);
      }
    }
  }
}
