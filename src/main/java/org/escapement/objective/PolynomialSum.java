package org.escapement.objective;

import java.util.List;
import java.util.Optional;
import org.escapement.model.Objective;
import org.escapement.model.Separable;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;

/**
 * f(x) = sum_k p_k(x_k) with a polynomial of each coordinate: what polynomials become when they are
 * smoothed.
 *
 * @param coefficients {@code get(k).at(j)} is that of x_k^j
 */
record PolynomialSum(List<Vector> coefficients) implements Separable, Smoothable {

  /** Takes a copy. */
  PolynomialSum {
    coefficients = List.copyOf(coefficients);
  }

  /** On the line: that of x^j at place j. */
  PolynomialSum(double... coefficients) {
    this(List.of(Vector.of(coefficients)));
  }

  @Override
  public int dimension() {
    return coefficients.size();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] one = new double[n];
    Loops.fill(0, n, out);
    for (int k = 0; k < dimension(); k++) {
      derivative(0, coefficients.get(k), x[k], n, one);
      Loops.addScaled(1, one, n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      derivative(1, coefficients.get(k), x[k], n, out[k]);
    }
  }

  @Override
  public void curvature(double[][] x, int n, double[][] out) {
    for (int k = 0; k < dimension(); k++) {
      derivative(2, coefficients.get(k), x[k], n, out[k]);
    }
  }

  /** The derivative of an order from 0 to 2 of a polynomial, by Horner's rule. */
  private static void derivative(int order, Vector p, double[] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int j = p.size() - 1; j >= order; j--) {
      double factor = order == 0 ? 1 : order == 1 ? j : j * (j - 1.0);
      next(factor * p.at(j), x, n, out);
    }
  }

  private static void next(double coefficient, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = out[i] * x[i] + coefficient;
    }
  }

  /** E (x - delta u)^j = sum_i (j over 2i) delta^2i E u^2i x^(j - 2i). */
  @Override
  public Optional<Objective> smoothed(SmoothingLaw law, double delta) {
    return Optional.of(
        new PolynomialSum(coefficients.stream().map(p -> smoothed(p, law, delta)).toList()));
  }

  private Vector smoothed(Vector p, SmoothingLaw law, double delta) {
    double[] result = new double[p.size()];
    for (int j = 0; j < result.length; j++) {
      double share = p.at(j);
      for (int i = 0; 2 * i <= j; i++) {
        result[j - 2 * i] += share * law.moment(i, dimension());
        int left = j - 2 * i;
        share *= delta * delta * left * (left - 1) / ((2 * i + 1) * (2 * i + 2));
      }
    }
    return Vector.of(result);
  }
}
