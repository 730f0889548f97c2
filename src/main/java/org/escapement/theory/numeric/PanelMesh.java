package org.escapement.theory.numeric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Panels of unequal width that cover an interval, with Gauss-Legendre nodes on each; node j of
 * panel p has number p * order + j.
 */
public final class PanelMesh {
  private final double[] edges;
  private final GaussRule rule;

  /**
   * The mesh.
   *
   * @param edges ascending, one more than panels
   */
  public PanelMesh(double[] edges, GaussRule rule) {
    this.edges = edges.clone();
    this.rule = rule;
  }

  /**
   * Edges of at least eight panels that halve towards both ends until they are narrow.
   *
   * @param inner more points where panels must end
   */
  public static double[] graded(double low, double high, double narrow, List<Double> inner) {
    TreeSet<Double> edges = new TreeSet<>(inner);
    edges.add(low);
    edges.add(high);
    double length = high - low;
    for (int k = 1; k < 8; k++) {
      edges.add(low + k * length / 8);
    }
    for (double width = length / 16; width > narrow; width /= 2) {
      edges.add(low + width);
      edges.add(high - width);
    }
    return edges.stream().mapToDouble(Double::doubleValue).toArray();
  }

  public int panels() {
    return edges.length - 1;
  }

  public int nodes() {
    return panels() * rule.order();
  }

  public GaussRule rule() {
    return rule;
  }

  /** Where panel p begins; panel p - 1 ends there. */
  public double edge(int p) {
    return edges[p];
  }

  public double width(int p) {
    return edges[p + 1] - edges[p];
  }

  public double node(int i) {
    int p = i / rule.order();
    return edges[p] + rule.node(i % rule.order()) * width(p);
  }

  /**
   * The edges with every panel halved on which a function is not resolved: the last two Legendre
   * coefficients exceed the tolerance times the function's variation on the panel.
   *
   * @param values at the nodes, rounded relative to the largest of them
   * @param unit variation that does not matter
   */
  public double[] refined(double[] values, double tolerance, double unit) {
    double rounding = 2e-14 * Arrays.stream(values).map(Math::abs).max().orElse(0);
    List<Double> result = new ArrayList<>();
    for (int p = 0; p < panels(); p++) {
      result.add(edges[p]);
      if (tail(values, p) > tolerance * (unit + variation(values, p)) + rounding) {
        result.add(edges[p] + width(p) / 2);
      }
    }
    result.add(edges[panels()]);
    return result.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private double tail(double[] values, int p) {
    int last = rule.order() - 1;
    int at = p * rule.order();
    return Math.abs(rule.coefficient(last, values, at))
        + Math.abs(rule.coefficient(last - 1, values, at));
  }

  private double variation(double[] values, int p) {
    double sum = 0;
    for (int k = 1; k < rule.order(); k++) {
      sum += Math.abs(rule.coefficient(k, values, p * rule.order()));
    }
    return sum;
  }
}
