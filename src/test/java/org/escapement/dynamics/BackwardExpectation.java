package org.escapement.dynamics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * E g(X) after some steps on the line with standard normal noise, without chance: u(x) = E u(step
 * from x), step by step, on Chebyshev's points of an interval, normal numbers by Gauss and Hermite.
 */
final class BackwardExpectation {
  private static final double END = 1.9;
  private static final int POINTS = 60;

  /** For the optimiser's number, and for each of those between. */
  private static final int OWN_NODES = 12;

  private static final int BETWEEN_NODES = 4;

  private BackwardExpectation() {}

  /**
   * @param numbers how many normal numbers a step takes
   * @param multiplicative whether the noise is multiplied by x
   */
  static double of(
      Dynamics dynamics,
      Objective objective,
      DoubleUnaryOperator g,
      double start,
      int steps,
      int numbers,
      boolean multiplicative) {
    double[] node = nodes();
    double[] u = Arrays.stream(node).map(g).toArray();
    double[][] kicks = new double[numbers][];
    double[] weight = kicks(kicks);
    double[] to = step(dynamics, objective, node, kicks, multiplicative);
    for (int step = 0; step + 1 < steps; step++) {
      u = mean(node, u, to, weight);
    }
    double[] first = step(dynamics, objective, new double[] {start}, kicks, multiplicative);
    return mean(node, u, first, weight)[0];
  }

  /** Where a step leads: lane l from point l / many with combination l % many of the kicks. */
  private static double[] step(
      Dynamics dynamics,
      Objective objective,
      double[] points,
      double[][] kicks,
      boolean multiplicative) {
    int many = kicks[0].length;
    int lanes = points.length * many;
    double[][] from = new double[1][lanes];
    double[][] given = new double[kicks.length][lanes];
    for (int lane = 0; lane < lanes; lane++) {
      from[0][lane] = points[lane / many];
      for (int j = 0; j < kicks.length; j++) {
        given[j][lane] = kicks[j][lane % many];
      }
    }
    return OneStep.of(dynamics, objective, from, given, multiplicative)[0];
  }

  /** The mean of u over the kicks, for each point that they lead from. */
  private static double[] mean(double[] node, double[] u, double[] to, double[] weight) {
    double[] mean = new double[to.length / weight.length];
    for (int lane = 0; lane < to.length; lane++) {
      mean[lane / weight.length] += weight[lane % weight.length] * at(node, u, to[lane]);
    }
    return mean;
  }

  private static double[] nodes() {
    double[] node = new double[POINTS];
    Arrays.setAll(node, i -> END * Math.cos(Math.PI * i / (POINTS - 1)));
    return node;
  }

  /** All combinations of the nodes of the normal numbers, and their weights. */
  private static double[] kicks(double[][] kicks) {
    int many = OWN_NODES;
    for (int j = 1; j < kicks.length; j++) {
      many *= BETWEEN_NODES;
    }
    double[] weight = new double[many];
    Arrays.fill(weight, 1);
    int stride = 1;
    for (int j = 0; j < kicks.length; j++) {
      int order = j == 0 ? OWN_NODES : BETWEEN_NODES;
      GaussIntegrator rule = new GaussIntegratorFactory().hermite(order);
      kicks[j] = new double[many];
      for (int i = 0; i < many; i++) {
        int place = i / stride % order;
        kicks[j][i] = rule.getPoint(place) * Math.sqrt(2);
        weight[i] *= rule.getWeight(place) / Math.sqrt(Math.PI);
      }
      stride *= order;
    }
    return weight;
  }

  /** Barycentric interpolation on Chebyshev's points of the second kind. */
  private static double at(double[] node, double[] u, double where) {
    double x = Math.max(-END, Math.min(END, where));
    double above = 0;
    double below = 0;
    for (int i = 0; i < node.length; i++) {
      if (x == node[i]) {
        return u[i];
      }
      double w = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == node.length - 1 ? 0.5 : 1) / (x - node[i]);
      above += w * u[i];
      below += w;
    }
    return above / below;
  }
}
