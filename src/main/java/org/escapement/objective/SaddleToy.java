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
 * f(x) = 1/2 sum_k c_k x_k^2 + sum_k x_k^10: a saddle at the origin where some curvature c_k < 0,
 * with walls so steep that it is linear almost up to them.
 *
 * <p>The minima along an axis of c_k < 0 lie at +-(-c_k/10)^(1/8).
 *
 * <p>Source: J.-K. Wang, C.-H. Lin, J. Abernethy, Escaping Saddle Points Faster with Stochastic
 * Momentum, ICLR 2020, section 3.3, with curvature (1, -0.1); their random linear terms are noise
 * here.
 */
public record SaddleToy(
    @Parameter(value = "Curvature c_k along each axis at the origin", unit = "f/length^2")
        Vector curvature)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public SaddleToy {
    Check.finite(curvature, "curvature");
  }

  @Override
  public int dimension() {
    return curvature.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension(); k++) {
      addValue(0.5 * curvature.at(k), x[k], n, out);
    }
  }

  private static void addValue(double c, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double square = x[i] * x[i];
      double fourth = square * square;
      out[i] += square * (c + fourth * fourth);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      slope(curvature.at(k), x[k], n, out[k]);
    }
  }

  private static void slope(double c, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double square = x[i] * x[i];
      double fourth = square * square;
      out[i] = x[i] * (c + 10 * (fourth * fourth));
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      bend(curvature.at(k), x[k], n, out[k]);
    }
  }

  private static void bend(double c, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double square = x[i] * x[i];
      double fourth = square * square;
      out[i] = c + 90 * (fourth * fourth);
    }
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    List<Vector> all = new ArrayList<>();
    for (int k = 0; k < dimension(); k++) {
      all.add(Vector.of(0, 0, curvature.at(k) / 2, 0, 0, 0, 0, 0, 0, 0, 1));
    }
    return new PolynomialSum(all).smoothed(law, delta);
  }
}
