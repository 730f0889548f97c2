package org.escapement.objective;

import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * f(x) = sum over k < d of b (x_{k+1} - x_k^2)^2 + (a - x_k)^2: a curved valley; for a = 1 its
 * minimum f = 0 is where every x_k = 1.
 *
 * <p>Source: H. H. Rosenbrock, An automatic method for finding the greatest or least value of a
 * function, Computer J. 3(3), 1960, for d = 2.
 */
public record Rosenbrock(
    @Parameter(value = "Number of coordinates d", range = "[2, 65536]") int dimension,
    @Parameter(value = "Position a of the minimum along the valley", standard = "1") double a,
    @Parameter(value = "Steepness b of the valley's walls", range = "[0, inf)", standard = "100")
        double b)
    implements Curved {

  /** Checks the ranges. */
  public Rosenbrock {
    Check.in("[2, 65536]", dimension, "dimension");
    Check.finite(a, "a");
    Check.notNegative(b, "b");
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k + 1 < dimension; k++) {
      addValue(x[k], x[k + 1], n, out);
    }
  }

  private void addValue(double[] x, double[] next, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      double wall = next[i] - x[i] * x[i];
      double floor = a - x[i];
      out[i] += b * (wall * wall) + floor * floor;
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    Loops.fill(0, n, out[0]);
    for (int k = 0; k + 1 < dimension; k++) {
      addSlope(x[k], x[k + 1], n, out[k], out[k + 1]);
    }
  }

  /** Adds to the slope of a coordinate, and begins that of the next. */
  private void addSlope(double[] x, double[] next, int n, double[] out, double[] outNext) {
    for (int i = 0; i < n; i++) {
      double wall = 2 * b * (next[i] - x[i] * x[i]);
      out[i] -= 2 * x[i] * wall + 2 * (a - x[i]);
      outNext[i] = wall;
    }
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    Loops.fill(0, n, out[0]);
    for (int k = 0; k + 1 < dimension; k++) {
      addBend(x[k], x[k + 1], v[k], n, out[k]);
      couple(x[k], v[k], v[k + 1], n, out[k], out[k + 1]);
    }
  }

  /** Adds d2/dx^2 of a coordinate's terms, times v. */
  private void addBend(double[] x, double[] next, double[] v, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += (2 - 4 * b * (next[i] - 3 * (x[i] * x[i]))) * v[i];
    }
  }

  /** Adds the mixed derivative with the next coordinate, and begins the next coordinate. */
  private void couple(
      double[] x, double[] v, double[] vNext, int n, double[] out, double[] outNext) {
    for (int i = 0; i < n; i++) {
      double mixed = -4 * b * x[i];
      out[i] += mixed * vNext[i];
      outNext[i] = mixed * v[i] + 2 * b * vNext[i];
    }
  }
}
