package org.escapement.domain;

import java.util.List;
import org.escapement.model.Check;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Region;

/** Stays while |x_axis| < half-width; the margin is the distance to the nearer face. */
public record Slab(
    @Parameter(value = "Axis across the slab, counted from 1", range = "[1, inf)") int axis,
    @Parameter(value = "Half the slab's thickness", unit = "length", range = "(0, inf)")
        double halfWidth)
    implements Domain {

  /** Checks the ranges. */
  public Slab {
    Check.in("[1, inf)", axis, "axis");
    Check.positive(halfWidth, "half-width");
  }

  @Override
  public List<String> sides(int dimension) {
    return List.of("x" + axis + "-lower", "x" + axis + "-upper");
  }

  @Override
  public Region start(Objective objective, int lanes) {
    return new Faces(Axes.place(axis, objective.dimension()), halfWidth);
  }

  private static final class Faces implements Region {
    private final int place;
    private final double halfWidth;

    Faces(int place, double halfWidth) {
      this.place = place;
      this.halfWidth = halfWidth;
    }

    @Override
    public void margin(double[][] x, int n, double[] out) {
      double[] q = x[place];
      for (int i = 0; i < n; i++) {
        out[i] = halfWidth - Math.abs(q[i]);
      }
    }

    @Override
    public int side(double[][] x, int lane) {
      return x[place][lane] < 0 ? 0 : 1;
    }
  }
}
