package org.escapement.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/**
 * f(x) = 1/2 sum_k c_k x_k^2 + confinement/4 sum_k x_k^4: a saddle at the origin where some
 * curvature c_k < 0, kept together by the quartic term.
 *
 * <p>With confinement b > 0 the minima along an axis of c_k < 0 lie at +-sqrt(-c_k/b).
 */
public record Saddle(
    @Parameter(value = "Curvature c_k along each axis at the origin", unit = "f/length^2")
        Vector curvature,
    @Parameter(
            value = "Strength of the quartic confinement; 0 for none",
            unit = "f/length^4",
            range = "[0, inf)")
        double confinement)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public Saddle {
    Check.finite(curvature, "curvature");
    Check.notNegative(confinement, "confinement");
  }

  @Override
  public int dimension() {
    return curvature.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension(); k++) {
      addValue(0.5 * curvature.at(k), 0.25 * confinement, x[k], n, out);
    }
  }

  private static void addValue(double c, double b, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double square = x[i] * x[i];
      out[i] += square * (c + b * square);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      slope(curvature.at(k), confinement, x[k], n, out[k]);
    }
  }

  private static void slope(double c, double b, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = x[i] * (c + b * (x[i] * x[i]));
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      bend(curvature.at(k), 3 * confinement, x[k], n, out[k]);
    }
  }

  private static void bend(double c, double b, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = c + b * (x[i] * x[i]);
    }
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    List<Vector> all = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      all.add(Vector.of(0, 0, curvature.at(k) / 2, 0, confinement / 4));
    }
    return new PolynomialSum(all).smoothed(law, delta);
  }
}
