package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * f(x) = 20 + e - 20 exp(-|x|/(5 sqrt d)) - exp(mean_k cos 2 pi x_k): a funnel, flat far away, with
 * a lattice of wells; f = 0 at the origin, which is a cusp: the gradient there is given as 0.
 *
 * <p>Source: D. H. Ackley, A Connectionist Machine for Genetic Hillclimbing, Kluwer, 1987, for d =
 * 2; in any dimension T. Baeck, Evolutionary Algorithms in Theory and Practice, Oxford, 1996.
 */
public record Ackley(
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension)
    implements Curved {
  private static final double DEPTH = 20;
  private static final double DECAY = 0.2;

  /** Checks the range. */
  public Ackley {
    Check.in("[1, 65536]", dimension, "dimension");
  }

  /** The two sums over the coordinates, lane by lane. */
  private final class Sums {
    /** |x|/sqrt d. */
    final double[] r;

    /** 20 exp(-r/5). */
    final double[] funnel;

    /** exp(mean cos). */
    final double[] waves;

    Sums(double[][] x, int n) {
      r = new double[n];
      funnel = new double[n];
      waves = new double[n];
      double[] sin = new double[n];
      double[] cos = new double[n];
      for (int k = 0; k < dimension; k++) {
        Loops.addSquare(1.0 / dimension, x[k], n, r);
        Kernels.best().sinCosTurns(x[k], n, sin, cos);
        Loops.addScaled(1.0 / dimension, cos, n, waves);
      }
      Loops.root(n, r);
      Loops.scale(-DECAY, r, n, funnel);
      Kernels.best().exp(funnel, n, funnel);
      Loops.scale(DEPTH, funnel, n, funnel);
      Kernels.best().exp(waves, n, waves);
    }

    /** What the funnel's gradient is x times: 4 exp(-r/5)/(d r); 0 at the cusp. */
    double[] pull(int n) {
      double[] pull = new double[n];
      for (int i = 0; i < n; i++) {
        pull[i] = r[i] > 0 ? DECAY * funnel[i] / (dimension * r[i]) : 0;
      }
      return pull;
    }
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Sums sums = new Sums(x, n);
    for (int i = 0; i < n; i++) {
      out[i] = DEPTH - sums.funnel[i] + (Math.E - sums.waves[i]);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    Sums sums = new Sums(x, n);
    double[] pull = sums.pull(n);
    double[] cos = new double[n];
    double perCoordinate = 2 * Math.PI / dimension;
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, out[k], cos);
      for (int i = 0; i < n; i++) {
        out[k][i] = pull[i] * x[k][i] + perCoordinate * sums.waves[i] * out[k][i];
      }
    }
  }

  /**
   * pull v - pull (1/5 + 1/r)/(d r) (x.v) x + 2 pi/d waves (2 pi cos v - 2 pi/d (sin.v) sin), the
   * sine and cosine coordinate by coordinate.
   */
  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    Sums sums = new Sums(x, n);
    double[] pull = sums.pull(n);
    double[] along = new double[n];
    double[] wave = new double[n];
    double[] sin = new double[n];
    double[] cos = new double[n];
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, cos);
      Loops.addProduct(x[k], v[k], n, along);
      Loops.addProduct(sin, v[k], n, wave);
    }
    factors(sums, pull, n, along, wave);
    double turn = 2 * Math.PI;
    for (int k = 0; k < dimension; k++) {
      Kernels.best().sinCosTurns(x[k], n, sin, cos);
      for (int i = 0; i < n; i++) {
        double waves = turn * turn / dimension * sums.waves[i];
        double straight = (pull[i] + waves * cos[i]) * v[k][i];
        out[k][i] = straight - along[i] * x[k][i] - wave[i] * sin[i];
      }
    }
  }

  /** What x and the sines are taken times of. */
  private void factors(Sums sums, double[] pull, int n, double[] along, double[] wave) {
    double perCoordinate = 2 * Math.PI / dimension;
    for (int i = 0; i < n; i++) {
      double r = sums.r[i];
      double bend = r > 0 ? pull[i] * (DECAY + 1 / r) / (dimension * r) : 0;
      along[i] *= bend;
      wave[i] *= perCoordinate * perCoordinate * sums.waves[i];
    }
  }
}
