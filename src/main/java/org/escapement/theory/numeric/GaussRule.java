package org.escapement.theory.numeric;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre quadrature on [0, 1], and polynomials through its nodes. */
public final class GaussRule {
  private final double[] node;
  private final double[] weight;
  private final double[] barycentric;
  private final double[][] legendre;

  /** The rule with so many nodes. */
  public GaussRule(int order) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(order);
    node = new double[order];
    weight = new double[order];
    for (int i = 0; i < order; i++) {
      node[i] = (rule.getPoint(i) + 1) / 2;
      weight[i] = rule.getWeight(i) / 2;
    }
    barycentric = barycentricWeights(node);
    legendre = legendreTransform();
  }

  private static double[] barycentricWeights(double[] node) {
    double[] result = new double[node.length];
    for (int i = 0; i < node.length; i++) {
      double product = 1;
      for (int j = 0; j < node.length; j++) {
        product *= i == j ? 1 : 4 * (node[i] - node[j]);
      }
      result[i] = 1 / product;
    }
    return result;
  }

  /** {@code [k][j]}: share of the value at node j in the coefficient of Legendre polynomial k. */
  private double[][] legendreTransform() {
    int n = order();
    double[][] transform = new double[n][n];
    for (int j = 0; j < n; j++) {
      double t = 2 * node[j] - 1;
      double before = 0;
      double now = 1;
      for (int k = 0; k < n; k++) {
        transform[k][j] = (2 * k + 1) * weight[j] * now;
        double next = ((2 * k + 1) * t * now - k * before) / (k + 1);
        before = now;
        now = next;
      }
    }
    return transform;
  }

  public int order() {
    return node.length;
  }

  /** Node i, in ascending order, between 0 and 1. */
  public double node(int i) {
    return node[i];
  }

  public double weight(int i) {
    return weight[i];
  }

  /**
   * Adds factor times the j-th Lagrange polynomial at t to {@code out[at + j]}: then the sum of
   * out[at + j] v_j has grown by factor times the polynomial through the v_j.
   *
   * @param scratch of length order()
   */
  public void interpolate(double t, double factor, double[] out, int at, double[] scratch) {
    double sum = 0;
    for (int j = 0; j < node.length; j++) {
      double distance = t - node[j];
      if (distance == 0) {
        out[at + j] += factor;
        return;
      }
      scratch[j] = barycentric[j] / distance;
      sum += scratch[j];
    }
    double share = factor / sum;
    for (int j = 0; j < node.length; j++) {
      out[at + j] += share * scratch[j];
    }
  }

  /** The coefficient of Legendre polynomial k of the polynomial through values[at + j]. */
  double coefficient(int k, double[] values, int at) {
    double sum = 0;
    for (int j = 0; j < node.length; j++) {
      sum += legendre[k][j] * values[at + j];
    }
    return sum;
  }
}
