package org.escapement.objective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.model.Objective;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Fixed points with weights that stand for the law of u in f(x - delta u): on the line those of a
 * quadrature, in more dimensions {@value #COUNT} that were drawn once for all, each with its
 * opposite.
 */
final class SmoothingPoints {
  static final int COUNT = 1024;

  /** Half of them are drawn, as many at once as there are phases. */
  private static final int LANES = COUNT / 2 / Draws.PHASES;

  /**
   * Nodes of Gauss and Legendre in [-1, 1]: exact for polynomials of degree 127, to 1e-6 for waves
   * up to k delta = 100.
   */
  private static final int NODES = 64;

  /**
   * The trapezoidal rule errs by exp(-(2 pi/step - k delta)^2/2) for a normal law where the
   * function has waves cos(k x): by 1e-6 at k delta = 45. Faster ones it does not see as such, and
   * at k delta = 50 they come out as if nothing had been smoothed.
   */
  private static final double STEP = 0.125;

  /** Beyond 12 deviations nothing that a polynomial of degree 10 multiplies shows. */
  private static final int STEPS = 96;

  private final List<Vector> points = new ArrayList<>();
  private final List<Double> weights = new ArrayList<>();

  private SmoothingPoints() {}

  /** The mean of f over points of this law. */
  static MeanOverPoints mean(Objective of, SmoothingLaw law, double delta) {
    SmoothingPoints all = new SmoothingPoints();
    if (of.dimension() == 1) {
      all.addQuadrature(law);
    } else {
      all.addDrawn(law, of.dimension());
    }
    double sum = all.weights.stream().mapToDouble(w -> w).sum();
    double[] shares = all.weights.stream().mapToDouble(w -> w / sum).toArray();
    return new MeanOverPoints(of, delta, all.points, Vector.of(shares));
  }

  private void add(double weight, double... point) {
    points.add(Vector.of(point));
    weights.add(weight);
  }

  private void addQuadrature(SmoothingLaw law) {
    switch (law) {
      case GAUSSIAN -> {
        for (int j = -STEPS; j <= STEPS; j++) {
          double u = j * STEP;
          add(StrictMath.exp(-u * u / 2), u);
        }
      }
      case BALL -> {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(NODES);
        for (int j = 0; j < NODES; j++) {
          add(rule.getWeight(j), rule.getPoint(j));
        }
      }
      case SPHERE -> {
        add(1, -1);
        add(1, 1);
      }
      default -> throw new IllegalStateException("no such law: " + law);
    }
  }

  private void addDrawn(SmoothingLaw law, int dimension) {
    int drawn = law == SmoothingLaw.BALL ? dimension + 2 : dimension;
    double[][] normal = normal(drawn);
    for (double[] z : normal) {
      double square = Arrays.stream(z).map(one -> one * one).sum();
      double scale = law == SmoothingLaw.GAUSSIAN ? 1 : 1 / Math.sqrt(square);
      double[] point = new double[dimension];
      Arrays.setAll(point, k -> scale * z[k]);
      add(1, point);
      Arrays.setAll(point, k -> -scale * z[k]);
      add(1, point);
    }
  }

  /** {@code [j][k]}: coordinate k of normal point j. */
  private static double[][] normal(int coordinates) {
    Draws draws = new Draws(RandomKey.of(0, "smoothing"), LANES);
    long[] trajectories = new long[LANES];
    Arrays.setAll(trajectories, i -> i);
    double[][] out = new double[Draws.PHASES][LANES];
    double[][] all = new double[COUNT / 2][coordinates];
    for (int k = 0; k < coordinates; k++) {
      draws.normal(trajectories, new long[LANES], LANES, k, out);
      for (int j = 0; j < all.length; j++) {
        all[j][k] = out[j / LANES][j % LANES];
      }
    }
    return all;
  }
}
