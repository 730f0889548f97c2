package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;

/**
 * The Mueller-Brown surface in the plane: f(x, y) = scale sum_j A_j exp(a_j dx^2 + b_j dx dy + c_j
 * dy^2) with dx = x - X_j, dy = y - Y_j; three minima and two saddles on a curved path.
 *
 * <p>With scale 1: minima f = -146.70 at (-0.558, 1.442), -108.17 at (0.623, 0.028) and -80.77 at
 * (-0.050, 0.467); saddles -40.66 at (-0.822, 0.624) and -72.25 at (0.212, 0.293). Source: K.
 * Mueller and L. D. Brown, Location of saddle points and minimum energy paths by a constrained
 * simplex optimization procedure, Theor. Chim. Acta 53, 1979.
 */
public record MuellerBrown(
    @Parameter(
            value = "Factor of the published surface",
            unit = "f",
            range = "(0, inf)",
            standard = "1")
        double scale)
    implements Curved {

  /** A_j exp(a_j dx^2 + b_j dx dy + c_j dy^2) around (x0, y0) = (X_j, Y_j). */
  private record Term(double height, double a, double b, double c, double x0, double y0) {
    /** The same with x and y exchanged. */
    Term mirrored() {
      return new Term(height, c, b, a, y0, x0);
    }
  }

  private static final Term[] TERMS = {
    new Term(-200, -1, 0, -10, 1, 0),
    new Term(-100, -1, 0, -10, 0, 0.5),
    new Term(-170, -6.5, 11, -6.5, -0.5, 1.5),
    new Term(15, 0.7, 0.6, 0.7, -1, 1)
  };

  /** Checks the ranges. */
  public MuellerBrown {
    Check.positive(scale, "scale");
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public void value(double[][] x, int n, double[] out) {
    double[] height = new double[n];
    Loops.fill(0, n, out);
    for (Term term : TERMS) {
      exponential(term, x[0], x[1], n, height);
      Loops.addScaled(scale * term.height, height, n, out);
    }
  }

  @Override
  public void gradient(double[][] x, int n, double[][] out) {
    double[] height = new double[n];
    Loops.fill(0, n, out[0]);
    Loops.fill(0, n, out[1]);
    for (Term term : TERMS) {
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
    for (Term term : TERMS) {
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
