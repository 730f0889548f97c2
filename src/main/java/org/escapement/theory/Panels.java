package org.escapement.theory;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Composite Gauss-Legendre quadrature: 16 nodes on each of several panels of equal width.
 *
 * @param edgeLow where the first panel begins
 * @param edgeHigh where the last panel ends
 * @param node in ascending order
 * @param weight of each node
 */
record Panels(double edgeLow, double edgeHigh, double[] node, double[] weight) {
  static final int ORDER = 16;

  private static final double[] UNIT_NODE = new double[ORDER];
  private static final double[] UNIT_WEIGHT = new double[ORDER];

  static {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER);
    for (int i = 0; i < ORDER; i++) {
      UNIT_NODE[i] = (rule.getPoint(i) + 1) / 2;
      UNIT_WEIGHT[i] = rule.getWeight(i) / 2;
    }
  }

  /** The rule on the interval from low to high, divided into the given number of panels. */
  static Panels on(double low, double high, int panels) {
    double[] node = new double[panels * ORDER];
    double[] weight = new double[panels * ORDER];
    double width = (high - low) / panels;
    for (int p = 0; p < panels; p++) {
      for (int i = 0; i < ORDER; i++) {
        node[p * ORDER + i] = low + (p + UNIT_NODE[i]) * width;
        weight[p * ORDER + i] = UNIT_WEIGHT[i] * width;
      }
    }
    return new Panels(low, high, node, weight);
  }

  /** The integral of f from low to high on one panel; its sign turns when high &lt; low. */
  static double integral(DoubleUnaryOperator f, double low, double high) {
    double sum = 0;
    for (int i = 0; i < ORDER; i++) {
      sum += UNIT_WEIGHT[i] * f.applyAsDouble(low + UNIT_NODE[i] * (high - low));
    }
    return sum * (high - low);
  }

  int size() {
    return node.length;
  }
}
