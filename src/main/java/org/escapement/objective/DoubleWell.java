package org.escapement.objective;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;

/**
 * f(x) = depth ((x/w)^2 - 1)^2 on the line: two wells at +-w, w the half-width, and between them at
 * 0 a barrier of the given depth.
 *
 * <p>f'(x) = (4 depth/w^2) x ((x/w)^2 - 1); f''(+-w) = 8 depth/w^2, f''(0) = -4 depth/w^2.
 */
public record DoubleWell(
    @Parameter(value = "Height of the barrier above the wells", unit = "f", range = "(0, inf)")
        double depth,
    @Parameter(
            value = "Distance of each well from the barrier",
            unit = "length",
            range = "(0, inf)")
        double halfWidth)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public DoubleWell {
    Check.positive(depth, "depth");
    Check.positive(halfWidth, "half-width");
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
      out[i] = depth * (s * s);
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
      g[i] = slope * s * (scale * (s * s) - 1);
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
    return new PolynomialSum(depth, 0, -2 * depth * s, 0, depth * s * s).smoothed(law, delta);
  }
}
