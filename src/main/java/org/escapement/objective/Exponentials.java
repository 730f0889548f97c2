package org.escapement.objective;

import java.util.List;
import org.escapement.kernel.Kernels;
import org.escapement.model.Curved;

/** f(x, y) = scale sum_j A_j exp(q_j) in the plane, with quadratic forms q_j about (X_j, Y_j). */
record Exponentials(List<Term> terms, double scale) implements Curved {

  /** A exp(a dx^2 + b dx dy + c dy^2) with dx = x - X, dy = y - Y; (x0, y0) = (X, Y). */
  record Term(double height, double a, double b, double c, double x0, double y0) {
    /** The same with x and y exchanged. */
    Term mirrored() {
      return new Term(height, c, b, a, y0, x0);
    }

    /**
     * Its mean over normal shifts of standard deviation delta in each coordinate: with q = v.Mv and
     * S = I - 2 delta^2 M it is A det(S)^-1/2 exp(v.M S^-1 v).
     */
    Term convolved(double delta) {
      double twice = 2 * delta * delta;
      double determinant = a * c - b * b / 4;
      double spread = 1 - twice * (a + c) + twice * twice * determinant;
      if (!(spread > 0 && 2 - twice * (a + c) > 0)) {
        throw new IllegalArgumentException(
            "delta must be smaller: the mean of an exponential of this objective is infinite, got "
                + delta);
      }
      return new Term(
          height / Math.sqrt(spread),
          (a - twice * determinant) / spread,
          b / spread,
          (c - twice * determinant) / spread,
          x0,
          y0);
    }
  }

  /** All terms {@link Term#convolved}. */
  Exponentials convolved(double delta) {
    return new Exponentials(terms.stream().map(term -> term.convolved(delta)).toList(), scale);
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] height = new double[n];
    Loops.fill(0, n, out);
    for (Term term : terms) {
      exponential(term, x[0], x[1], n, height);
      Loops.addScaled(scale * term.height, height, n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] height = new double[n];
    Loops.fill(0, n, out[0]);
    Loops.fill(0, n, out[1]);
    for (Term term : terms) {
      exponential(term, x[0], x[1], n, height);
      Loops.scale(scale * term.height, height, n, height);
      addSlope(term, height, x[0], x[1], n, out[0]);
      addSlope(term.mirrored(), height, x[1], x[0], n, out[1]);
    }
  }

  private static void exponential(Term term, double[] x, double[] y, int n, double[] out) {
    double a = term.a;
    double b = term.b;
    double c = term.c;
    double x0 = term.x0;
    double y0 = term.y0;
    for (int i = 0; i < n; i++) {
      double dx = x[i] - x0;
      double dy = y[i] - y0;
      out[i] = a * (dx * dx) + b * (dx * dy) + c * (dy * dy);
    }
    Kernels.best().exp(out, n, out);
  }

  /** {@code out[i] += height[i] (2 a dx + b dy)}. */
  private static void addSlope(
      Term term, double[] height, double[] x, double[] y, int n, double[] out) {
    double a = 2 * term.a;
    double b = term.b;
    double x0 = term.x0;
    double y0 = term.y0;
    for (int i = 0; i < n; i++) {
      out[i] += height[i] * (a * (x[i] - x0) + b * (y[i] - y0));
    }
  }

  @Override
  public void hessianTimes(double[][] x, double[][] v, int n, double[][] out) {
    double[] height = new double[n];
    Loops.fill(0, n, out[0]);
    Loops.fill(0, n, out[1]);
    for (Term term : terms) {
      exponential(term, x[0], x[1], n, height);
      Loops.scale(scale * term.height, height, n, height);
      addBend(term, height, x, v, n, out);
    }
  }

  /** With q the exponent: {@code out += height ((q' . v) q' + q'' v)}. */
  private static void addBend(
      Term term, double[] height, double[][] x, double[][] v, int n, double[][] out) {
    double a = 2 * term.a;
    double b = term.b;
    double c = 2 * term.c;
    double[] hx = out[0];
    double[] hy = out[1];
    for (int i = 0; i < n; i++) {
      double dx = x[0][i] - term.x0;
      double dy = x[1][i] - term.y0;
      double qx = a * dx + b * dy;
      double qy = b * dx + c * dy;
      double along = qx * v[0][i] + qy * v[1][i];
      hx[i] += height[i] * (along * qx + a * v[0][i] + b * v[1][i]);
      hy[i] += height[i] * (along * qy + b * v[0][i] + c * v[1][i]);
    }
  }
}
