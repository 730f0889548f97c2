package org.escapement.objective;

import java.util.Collections;
import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/**
 * f(x) = 1/2 sum_k (x_k^4 - 16 x_k^2 + 5 x_k): 2^d minima, the deepest where every x_k = -2.903534,
 * of f = -39.16617 d.
 *
 * <p>Source: M. Styblinski and T.-S. Tang, Experiments in nonconvex optimization, Neural Networks
 * 3(4), 1990.
 */
public record StyblinskiTang(
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension)
    implements Separable, Smoothable {

  /** Checks the ranges. */
  public StyblinskiTang {
    Check.in("[1, 65536]", dimension, "dimension");
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension; k++) {
      addValue(x[k], n, out);
    }
  }

  private static void addValue(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double q = x[i];
      out[i] += 0.5 * q * (q * (q * q - 16) + 5);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      slope(x[k], n, out[k]);
    }
  }

  private static void slope(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double q = x[i];
      out[i] = q * (2 * (q * q) - 16) + 2.5;
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      bend(x[k], n, out[k]);
    }
  }

  private static void bend(double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = 6 * (x[i] * x[i]) - 16;
    }
  }

  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    Vector one = Vector.of(0, 2.5, -8, 0, 0.5);
    return new PolynomialSum(Collections.nCopies(dimension, one)).smoothed(law, delta);
  }
}
