package org.escapement.objective;

import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * f(x, y) = depth ((x/w)^2 - 1)^2 + coupling/2 (y - x)^2 in the plane: a double well in x, w its
 * half-width, that drags y along.
 *
 * <p>Minima f = 0 at +-(w, w); a saddle f = depth at the origin.
 */
public record CoupledDoubleWell(
    @Parameter(value = "Height of the barrier above the wells", unit = "f", range = "(0, inf)")
        double depth,
    @Parameter(
            value = "Distance in x of each well from the barrier",
            unit = "length",
            range = "(0, inf)")
        double halfWidth,
    @Parameter(
            value = "Stiffness of the spring between x and y",
            unit = "f/length^2",
            range = "[0, inf)")
        double coupling)
    implements Curved {

  /** Checks the ranges. */
  public CoupledDoubleWell {
    Check.positive(depth, "depth");
    Check.positive(halfWidth, "half-width");
    Check.notNegative(coupling, "coupling");
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] q = x[0];
    double[] y = x[1];
    double scale = 1 / (halfWidth * halfWidth);
    double spring = 0.5 * coupling;
    for (int i = 0; i < n; i++) {
      double s = scale * (q[i] * q[i]) - 1;
      double stretch = y[i] - q[i];
      out[i] = depth * (s * s) + spring * (stretch * stretch);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] q = x[0];
    double[] y = x[1];
    double[] gx = out[0];
    double[] gy = out[1];
    double scale = 1 / (halfWidth * halfWidth);
    double slope = 4 * depth * scale;
    for (int i = 0; i < n; i++) {
      double s = q[i];
      double pull = coupling * (y[i] - s);
      gx[i] = slope * s * (scale * (s * s) - 1) - pull;
      gy[i] = pull;
    }
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    double[] q = x[0];
    double[] vx = v[0];
    double[] vy = v[1];
    double[] hx = out[0];
    double[] hy = out[1];
    double scale = 1 / (halfWidth * halfWidth);
    double slope = 4 * depth * scale;
    for (int i = 0; i < n; i++) {
      double pull = coupling * (vy[i] - vx[i]);
      hx[i] = slope * (3 * scale * (q[i] * q[i]) - 1) * vx[i] - pull;
      hy[i] = pull;
    }
  }
}
