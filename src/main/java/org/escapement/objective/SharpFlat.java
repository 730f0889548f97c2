package org.escapement.objective;

import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;

/**
 * f(x) = depth (u^2 - 1)^2 on the line with u = x / S(x), S(x) = c + b x / sqrt(x^2 + sharp^2): a
 * sharp well at -sharp and a flat one at flat, equally deep, and between them at 0 a barrier of the
 * given depth.
 *
 * <p>c and b are such that S(-sharp) = sharp and S(flat) = flat. f'' = 8 depth u'^2 in the wells:
 * u' = (1 + S'(-sharp)) / sharp in the sharp one and (1 - S'(flat)) / flat in the flat one, S'(x) =
 * b sharp^2 / (x^2 + sharp^2)^(3/2); at the barrier f'' = -4 depth / c^2.
 */
public record SharpFlat(
    @Parameter(value = "Height of the barrier above the wells", unit = "f", range = "(0, inf)")
        double depth,
    @Parameter(
            value = "Distance of the sharp well from the barrier",
            unit = "length",
            range = "(0, inf)")
        double sharp,
    @Parameter(
            value =
                "Distance of the flat well from the barrier, up to 5 times that of the sharp one",
            unit = "length",
            range = "(0, inf)")
        double flat)
    implements Objective {
  /** Beyond it S would come near 0 on the side of the sharp well. */
  private static final double WIDEST = 5;

  /** Checks the ranges. */
  public SharpFlat {
    Check.positive(depth, "depth");
    Check.positive(sharp, "sharp");
    Check.positive(flat, "flat");
    if (!(flat >= sharp && flat <= WIDEST * sharp)) {
      throw new IllegalArgumentException(
          "flat must be in [%s, %s], from sharp to 5 sharp, got %s"
              .formatted(sharp, WIDEST * sharp, flat));
    }
  }

  private double bend() {
    return (flat - sharp) / (flat / Math.sqrt(flat * flat + sharp * sharp) + Math.sqrt(0.5));
  }

  private double centre() {
    return sharp + Math.sqrt(0.5) * bend();
  }

  @Override
  public int dimension() {
    return 1;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] q = x[0];
    double b = bend();
    double c = centre();
    double square = sharp * sharp;
    for (int i = 0; i < n; i++) {
      double u = q[i] / (c + b * q[i] / Math.sqrt(q[i] * q[i] + square));
      double s = u * u - 1;
      out[i] = depth * (s * s);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] q = x[0];
    double[] g = out[0];
    double b = bend();
    double c = centre();
    double square = sharp * sharp;
    double steepness = 4 * depth;
    for (int i = 0; i < n; i++) {
      double r = 1 / (q[i] * q[i] + square);
      double t = q[i] * Math.sqrt(r);
      double inverse = 1 / (c + b * t);
      double u = q[i] * inverse;
      double rate = inverse * (1 - inverse * b * t * square * r);
      g[i] = steepness * u * (u * u - 1) * rate;
    }
  }
}
