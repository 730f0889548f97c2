package org.escapement.theory.numeric;

import java.util.function.DoubleUnaryOperator;

/**
 * Composite Gauss-Legendre quadrature: 16 nodes on each of several panels of equal width.
 *
 * @param edgeLow where the first panel begins
 * @param edgeHigh where the last panel ends
 * @param node in ascending order
 * @param weight of each node
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Panels(double edgeLow, double edgeHigh, double[] node, double[] weight) {
  public static final int ORDER = 16;

  private static final GaussRule RULE = new GaussRule(ORDER);

  /** The rule on the interval from low to high, divided into the given number of panels. */
  public static Panels on(double low, double high, int panels) {
    double[] node = new double[panels * ORDER];
    double[] weight = new double[panels * ORDER];
    double width = (high - low) / panels;
    for (int p = 0; p < panels; p++) {
      for (int i = 0; i < ORDER; i++) {
        node[p * ORDER + i] = low + (p + RULE.node(i)) * width;
        weight[p * ORDER + i] = RULE.weight(i) * width;
      }
    }
    return new Panels(low, high, node, weight);
  }

  /** The integral of f from low to high on one panel; its sign turns when high &lt; low. */
  public static double integral(DoubleUnaryOperator f, double low, double high) {
    double sum = 0;
    for (int i = 0; i < ORDER; i++) {
      sum += RULE.weight(i) * f.applyAsDouble(low + RULE.node(i) * (high - low));
    }
    return sum * (high - low);
  }

  public int size() {
    return node.length;
  }
}
