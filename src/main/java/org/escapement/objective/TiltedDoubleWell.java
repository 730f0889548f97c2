package org.escapement.objective;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;

/**
 * f(x) = depth ((x/w)^2 - 1)^2 + tilt x on the line: a double well whose left well is the deeper
 * one for tilt > 0.
 *
 * <p>Two wells are left while |tilt| < 8 depth/(3 sqrt(3) w), w the half-width.
 */
public record TiltedDoubleWell(
    @Parameter(
            value = "Height of the barrier above the wells without tilt",
            unit = "f",
            range = "(0, inf)")
        double depth,
    @Parameter(
            value = "Distance of each well from the barrier without tilt",
            unit = "length",
            range = "(0, inf)")
        double halfWidth,
    @Parameter(value = "Slope that is added", unit = "f/length") double tilt)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public TiltedDoubleWell {
    Check.positive(depth, "depth");
    Check.positive(halfWidth, "half-width");
    Check.finite(tilt, "tilt");
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] q = x[0];
    double scale = 1 / (halfWidth * halfWidth);
    for (int i = 0; i < n; i++) {
      double s = scale * (q[i] * q[i]) - 1;
      out[i] = depth * (s * s) + tilt * q[i];
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] q = x[0];
    double[] g = out[0];
    double scale = 1 / (halfWidth * halfWidth);
    double slope = 4 * depth * scale;
    for (int i = 0; i < n; i++) {
      double s = q[i];
      g[i] = slope * s * (scale * (s * s) - 1) + tilt;
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    double[] q = x[0];
    double[] c = out[0];
    double scale = 1 / (halfWidth * halfWidth);
    double slope = 4 * depth * scale;
    for (int i = 0; i < n; i++) {
      c[i] = slope * (3 * scale * (q[i] * q[i]) - 1);
    }
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    double s = 1 / (halfWidth * halfWidth);
    return new PolynomialSum(depth, tilt, -2 * depth * s, 0, depth * s * s).smoothed(law, delta);
  }
}
