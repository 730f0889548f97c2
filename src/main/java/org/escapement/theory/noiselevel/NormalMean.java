package org.escapement.theory.noiselevel;

import java.util.Optional;
import org.escapement.model.Separable;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** Means of slopes around a point over a normal law, by the rule of Gauss and Hermite. */
final class NormalMean {
  private static final int NODES = 64;
  private static final int MORE_NODES = 100;
  private static final double AGREEMENT = 1e-10;
  private static final GaussIntegrator RULE = new GaussIntegratorFactory().hermite(NODES);
  private static final GaussIntegrator FINER = new GaussIntegratorFactory().hermite(MORE_NODES);

  private NormalMean() {}

  /**
   * E df/dx_k (x - width u), u normal; empty where two rules do not agree.
   *
   * @param f whose slope along an axis depends on that coordinate alone
   */
  static Optional<double[]> slopes(Separable f, double[] x, double width) {
    double[] coarse = slopes(f, x, width, RULE);
    double[] fine = slopes(f, x, width, FINER);
    for (int k = 0; k < x.length; k++) {
      if (!(Math.abs(coarse[k] - fine[k]) <= AGREEMENT * (1 + Math.abs(fine[k])))) {
        return Optional.empty();
      }
    }
    return Optional.of(fine);
  }

  private static double[] slopes(Separable f, double[] x, double width, GaussIntegrator rule) {
    int n = rule.getNumberOfPoints();
    double[][] at = new double[x.length][n];
    double[][] slope = new double[x.length][n];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < n; i++) {
        at[k][i] = x[k] - width * Math.sqrt(2) * rule.getPoint(i);
      }
    }
    f.gradient(at, n, slope);
    double[] mean = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < n; i++) {
        mean[k] += rule.getWeight(i) * slope[k][i] / Math.sqrt(Math.PI);
      }
    }
    return mean;
  }
}
