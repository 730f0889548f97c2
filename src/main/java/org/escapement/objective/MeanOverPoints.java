package org.escapement.objective;

import java.util.List;
import org.escapement.model.Objective;
import org.escapement.model.Vector;

/**
 * sum_j w_j f(x - delta u_j): f smoothed, where no closed form is known. The points u_j are the
 * same for every x, so that its gradient is that of its value.
 *
 * @param of f
 * @param points u_j
 * @param weights w_j, which add up to 1
 */
record MeanOverPoints(Objective of, double delta, List<Vector> points, Vector weights)
    implements Objective {

  /** Takes a copy. */
  MeanOverPoints {
    points = List.copyOf(points);
  }

  @Override
  public int dimension() {
    return of.dimension();
  }

  @Override
  public double cost() {
    return points.size() * of.cost();
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[][] shifted = new double[dimension()][n];
    double[] one = new double[n];
    Loops.fill(0, n, out);
    for (int j = 0; j < points.size(); j++) {
      shift(points.get(j), x, n, shifted);
      of.value(shifted, n, one);
      Loops.addScaled(weights.at(j), one, n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[][] shifted = new double[dimension()][n];
    double[][] one = new double[dimension()][n];
    for (double[] coordinate : out) {
      Loops.fill(0, n, coordinate);
    }
    for (int j = 0; j < points.size(); j++) {
      shift(points.get(j), x, n, shifted);
      of.gradient(shifted, n, one);
      for (int k = 0; k < one.length; k++) {
        Loops.addScaled(weights.at(j), one[k], n, out[k]);
      }
    }
  }

  /** {@code out[i]}: the standard deviation of one f(x_i - delta u). */
  void deviation(double[][] x, int n, double[] out) {
    double[][] shifted = new double[dimension()][n];
    double[] mean = new double[n];
    double[] one = new double[n];
    value(x, n, mean);
    Loops.fill(0, n, out);
    for (int j = 0; j < points.size(); j++) {
      shift(points.get(j), x, n, shifted);
      of.value(shifted, n, one);
      Loops.addScaled(-1, mean, n, one);
      Loops.addSquare(weights.at(j), one, n, out);
    }
    for (int i = 0; i < n; i++) {
      out[i] = Math.sqrt(out[i]);
    }
  }

  private void shift(Vector point, double[][] x, int n, double[][] out) {
    for (int k = 0; k < out.length; k++) {
      double by = delta * point.at(k);
      for (int i = 0; i < n; i++) {
        out[k][i] = x[k][i] - by;
      }
    }
  }
}
