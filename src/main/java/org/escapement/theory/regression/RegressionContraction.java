package org.escapement.theory.regression;

import java.util.TreeSet;
import org.escapement.theory.numeric.GaussRule;
import org.escapement.theory.numeric.PanelMesh;
import org.hipparchus.special.Gamma;

/**
 * The law of |Me| for M = I - (h/b) sum_j z_j z_j' over b standard normal vectors z_j of R^d and
 * any unit vector e: what a step of SGD multiplies lengths by in linear regression, h the step size
 * times the variance of the inputs.
 *
 * <p>With independent G, chi-square of b degrees of freedom, and Q, of d - 1, it is |Me|^2 = (1 - h
 * G/b)^2 + (h/b)^2 G Q: G is the sum of the (e.z_j)^2, and what is across e is normal again.
 */
final class RegressionContraction {
  /** No moment beyond it is asked for. */
  static final double LARGEST_POWER = 64;

  /** Standard deviations of normal numbers beyond which nothing is left. */
  private static final double FAR = 10;

  private static final double PANEL_WIDTH = 1;

  /** Width of the narrowest panel where |Me| may vanish: on a line, and at a point of a plane. */
  private static final double NARROW_ON_LINE = 1e-9;

  private static final double NARROW_IN_PLANE = 1e-3;

  private static final GaussRule RULE = new GaussRule(16);

  /** {@code [i]}: ln |Me| at the nodes of a quadrature. */
  private final double[] log;

  /** {@code [i]}: their shares of the probability. */
  private final double[] weight;

  RegressionContraction(int dimension, int batch, double h) {
    double zero = Math.sqrt(batch / h);
    Nodes g = Nodes.chi(batch, zero, dimension == 1 ? NARROW_ON_LINE : NARROW_IN_PLANE);
    Nodes q = dimension == 1 ? Nodes.NONE : Nodes.chi(dimension - 1, 0, NARROW_IN_PLANE);
    this.log = new double[g.at().length * q.at().length];
    this.weight = new double[log.length];
    double share = h / batch;
    for (int i = 0; i < log.length; i++) {
      double rootG = g.at()[i / q.at().length];
      double rootQ = q.at()[i % q.at().length];
      double along = 1 - share * rootG * rootG;
      double across = share * rootG * rootQ;
      log[i] = 0.5 * StrictMath.log(along * along + across * across);
      weight[i] = g.weight()[i / q.at().length] * q.weight()[i % q.at().length];
    }
  }

  /** rho = E ln |Me|: negative where the iterates have a stationary law. */
  double meanLog() {
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      sum += weight[i] * log[i];
    }
    return sum;
  }

  /** ln E |Me|^power, for 0 < power <= {@link #LARGEST_POWER}. */
  double logMoment(double power) {
    double sum = 0;
    for (int i = 0; i < log.length; i++) {
      sum += weight[i] * StrictMath.exp(power * log[i]);
    }
    return StrictMath.log(sum);
  }

  /** Nodes and weights for the square root of a chi-square number; the weights sum to 1. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Nodes(double[] at, double[] weight) {
    /** The root of a chi-square number without degrees of freedom. */
    static final Nodes NONE = new Nodes(new double[1], new double[] {1});

    /** Finer and finer panels towards a point where the integrand is not smooth. */
    static Nodes chi(int freedom, double point, double narrow) {
      double low = Math.max(0, Math.sqrt(freedom) - FAR);
      double high = Math.sqrt(freedom + 2 * LARGEST_POWER) + FAR;
      PanelMesh mesh = new PanelMesh(edges(low, high, point, narrow), RULE);
      double constant = (1 - freedom / 2.0) * StrictMath.log(2) - Gamma.logGamma(freedom / 2.0);
      double[] at = new double[mesh.nodes()];
      double[] weight = new double[at.length];
      double sum = 0;
      for (int i = 0; i < at.length; i++) {
        double t = mesh.node(i);
        at[i] = t;
        weight[i] =
            mesh.width(i / RULE.order())
                * RULE.weight(i % RULE.order())
                * StrictMath.exp(constant + (freedom - 1) * StrictMath.log(t) - t * t / 2);
        sum += weight[i];
      }
      for (int i = 0; i < at.length; i++) {
        weight[i] /= sum;
      }
      return new Nodes(at, weight);
    }

    private static double[] edges(double low, double high, double point, double narrow) {
      TreeSet<Double> edges = new TreeSet<>();
      int panels = (int) Math.ceil((high - low) / PANEL_WIDTH);
      for (int p = 0; p <= panels; p++) {
        edges.add(low + p * (high - low) / panels);
      }
      if (point >= low && point <= high) {
        edges.add(point);
        for (double width = PANEL_WIDTH; width > narrow; width /= 2) {
          edges.add(Math.max(low, point - width));
          edges.add(Math.min(high, point + width));
        }
      }
      return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }
  }
}
