package org.escapement.theory.leastsquares;

/**
 * First and second moments of error e and memory v of all modes: E e, E v, C = E ee', J = E ev', P
 * = E vv'. A step makes Z' = A Z A' + kick kick' times the covariance of the gradient's noise.
 *
 * <p>Every entry is computed as its mirror image is, to the last bit, so that no antisymmetric part
 * can arise from rounding and grow.
 */
final class ErrorMoments {
  private final int size;

  /** {@code [a]}. */
  private double[] meanX;

  private double[] meanV;

  /** {@code [a][b]}: E e_a e_b. */
  private final double[][] c;

  /** {@code [a][b]}: E e_a v_b, and E v_a e_b. */
  private final double[][] j;

  private final double[][] mirror;

  /** {@code [a][b]}: E v_a v_b. */
  private final double[][] p;

  /** Scratch: moments where the gradient is taken, and its covariance. */
  private final double[][] where;

  private final double[][] noise;

  /** At rest at an error. */
  ErrorMoments(double[] start) {
    size = start.length;
    meanX = start.clone();
    meanV = new double[size];
    c = new double[size][size];
    j = new double[size][size];
    mirror = new double[size][size];
    p = new double[size][size];
    where = new double[size][size];
    noise = new double[size][size];
    for (int a = 0; a < size; a++) {
      Vectors.add(start[a], start, c[a]);
    }
  }

  /** {@code [a]}: E e_a; nobody may write to it. */
  double[] mean() {
    return meanX;
  }

  /** {@code [a][b]}: E e_a e_b; nobody may write to it. */
  double[][] second() {
    return c;
  }

  /** {@code [a]}: E v_a; nobody may write to it. */
  double[] velocity() {
    return meanV;
  }

  /** {@code [a][b]}: E e_a v_b; nobody may write to it. */
  double[][] cross() {
    return j;
  }

  /** {@code [a][b]}: E v_a v_b; nobody may write to it. */
  double[][] velocitySecond() {
    return p;
  }

  /** One step on. */
  void advance(ErrorStep step, GradientNoise gradient) {
    double x = step.whereX();
    double v = step.whereV();
    double[] mean = new double[size];
    Vectors.add(x, meanX, mean);
    Vectors.add(v, meanV, mean);
    for (int a = 0; a < size; a++) {
      combine(x, v, c[a], j[a], mirror[a], p[a], where[a]);
    }
    gradient.covariance(where, mean, noise);
    for (int a = 0; a < size; a++) {
      advanceLine(step, a);
    }
    advanceMeans(step);
  }

  private static void combine(
      double x, double v, double[] c, double[] j, double[] mirror, double[] p, double[] out) {
    for (int b = 0; b < out.length; b++) {
      out[b] = x * x * c[b] + x * v * (j[b] + mirror[b]) + v * v * p[b];
    }
  }

  private void advanceMeans(ErrorStep step) {
    double[] x = new double[size];
    double[] v = new double[size];
    for (int a = 0; a < size; a++) {
      x[a] = step.xx[a] * meanX[a] + step.xv[a] * meanV[a];
      v[a] = step.vx[a] * meanX[a] + step.vv[a] * meanV[a];
    }
    meanX = x;
    meanV = v;
  }

  private void advanceLine(ErrorStep s, int a) {
    double kickX = s.kickX();
    double kickV = s.kickV();
    double xx = s.xx[a];
    double xv = s.xv[a];
    double vx = s.vx[a];
    double vv = s.vv[a];
    double[] ca = c[a];
    double[] ja = j[a];
    double[] ma = mirror[a];
    double[] pa = p[a];
    double[] na = noise[a];
    for (int b = 0; b < size; b++) {
      double cc = ca[b];
      double cv = ja[b];
      double vc = ma[b];
      double pp = pa[b];
      double n = na[b];
      ca[b] = product(xx, xv, s.xx[b], s.xv[b], cc, cv, vc, pp) + kickX * kickX * n;
      ja[b] = product(xx, xv, s.vx[b], s.vv[b], cc, cv, vc, pp) + kickX * kickV * n;
      ma[b] = product(vx, vv, s.xx[b], s.xv[b], cc, cv, vc, pp) + kickX * kickV * n;
      pa[b] = product(vx, vv, s.vx[b], s.vv[b], cc, cv, vc, pp) + kickV * kickV * n;
    }
  }

  /** E (x e_a + v v_a)(y e_b + w v_b): its mirror image adds the same numbers. */
  private static double product(
      double x, double v, double y, double w, double cc, double cv, double vc, double pp) {
    return (x * y * cc + v * w * pp) + (x * w * cv + v * y * vc);
  }
}
