package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * f(x) = -(1 + cos(frequency |x|))/(2 + |x|^2/2): rings of ever higher minima around the deepest
 * point, f = -1 at the origin.
 *
 * <p>Source: S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments, "Drop-wave",
 * with frequency 12 in the plane.
 */
public record DropWave(
    @Parameter(value = "Number of coordinates", range = "[1, 65536]") int dimension,
    @Parameter(
            value = "Frequency of the waves",
            unit = "1/length",
            range = "(0, inf)",
            standard = "12")
        double frequency)
    implements Curved {

  /** Checks the ranges. */
  public DropWave {
    Check.in("[1, 65536]", dimension, "dimension");
    Check.positive(frequency, "frequency");
  }

  /** f and its derivatives as a function of r = |x|, lane by lane. */
  private final class Profile {
    final double[] r;
    final double[] sin;
    final double[] cos;

    Profile(double[][] x, int n) {
      r = new double[n];
      sin = new double[n];
      cos = new double[n];
      for (int k = 0; k < dimension; k++) {
        Loops.addSquare(1, x[k], n, r);
      }
      Loops.root(n, r);
      Loops.scale(frequency / (2 * Math.PI), r, n, cos);
      Kernels.best().sinCosTurns(cos, n, sin, cos);
    }

    /** out = f. */
    void value(int n, double[] out) {
      for (int i = 0; i < n; i++) {
        out[i] = -(1 + cos[i]) / (2 + r[i] * r[i] / 2);
      }
    }

    /** out = f'/r. */
    void slope(int n, double[] out) {
      double w = frequency;
      for (int i = 0; i < n; i++) {
        double q = 2 + r[i] * r[i] / 2;
        double wave = r[i] > 0 ? sin[i] / r[i] : w;
        out[i] = w * wave / q + (1 + cos[i]) / (q * q);
      }
    }

    /** out = (f'' - f'/r)/r^2, and 0 at the origin, where nothing is left of it in products. */
    void bend(int n, double[] out) {
      double w = frequency;
      for (int i = 0; i < n; i++) {
        double square = r[i] * r[i];
        double q = 2 + square / 2;
        double wave = sin[i] / r[i];
        double waves = w * (w * cos[i] - wave) / q - 2 * w * sin[i] * r[i] / (q * q);
        double bend = (waves - 2 * (1 + cos[i]) * square / (q * q * q)) / square;
        out[i] = square > 0 ? bend : 0;
      }
    }
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    new Profile(x, n).value(n, out);
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] slope = new double[n];
    new Profile(x, n).slope(n, slope);
    for (int k = 0; k < dimension; k++) {
      Loops.product(slope, x[k], n, out[k]);
    }
  }

  /** f'/r v + (f'' - f'/r)/r^2 (x.v) x. */
  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    double[] slope = new double[n];
    double[] bend = new double[n];
    double[] along = new double[n];
    Profile profile = new Profile(x, n);
    profile.slope(n, slope);
    profile.bend(n, bend);
    for (int k = 0; k < dimension; k++) {
      Loops.addProduct(x[k], v[k], n, along);
    }
    Loops.product(bend, along, n, along);
    for (int k = 0; k < dimension; k++) {
      Loops.product(slope, v[k], n, out[k]);
      Loops.addProduct(along, x[k], n, out[k]);
    }
  }
}
