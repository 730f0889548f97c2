package org.escapement.domain;

import java.util.Arrays;
import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;
import org.escapement.model.Vector;

/** Stays while |x - center| < radius; the margin is radius - |x - center|. */
public record Ball(
    @Parameter(value = "Center; one number stands for all coordinates", unit = "length")
        Vector center,
    @Parameter(value = "Radius", unit = "length", range = "(0, inf)") double radius)
    implements Domain {

  /** Checks the ranges. */
  public Ball {
    Check.finite(center, "center");
    Check.positive(radius, "radius");
  }

  @Override
  public Domain in(int dimension) {
    return new Ball(center.spread(dimension), radius);
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("out");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    Check.dimension(objective.dimension(), center.size(), "center");
    return new Distance(center.toArray(), radius);
  }

  private static final class Distance implements OneSided {
    private final double[] center;
    private final double radius;

    Distance(double[] center, double radius) {
      this.center = center;
      this.radius = radius;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      Arrays.fill(out, 0, n, 0);
      for (int k = 0; k < center.length; k++) {
        addSquare(center[k], x[k], n, out);
      }
      for (int i = 0; i < n; i++) {
        out[i] = radius - Math.sqrt(out[i]);
      }
    }

    private static void addSquare(double center, double[] x, int n, double[] out) {
      for (int i = 0; i < n; i++) {
        double distance = x[i] - center;
        out[i] += distance * distance;
      }
    }
  }
}
