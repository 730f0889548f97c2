package org.escapement.theory.linear;

import java.util.ArrayList;
import java.util.List;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.numeric.MatrixPowers;
import org.escapement.theory.numeric.Polynomials;

/**
 * The moments E z_1^p z_2^q, p + q <= degree, of one mode: they obey a linear recursion of their
 * own, since the moments of the kick are polynomials in z.
 */
public final class PolynomialMode implements ModeLaw {
  private final KickMoments kick;
  private final int degree;
  private final boolean hasMemory;
  private final List<int[]> monomials = new ArrayList<>();
  private final int[][] place;
  private double[] moments;
  private LinearStep of;
  private MatrixPowers powers;

  /** At a fixed z of one or two numbers. */
  public PolynomialMode(double[] start, KickMoments kick) {
    this.kick = kick;
    this.degree = kick.degree();
    this.place = new int[degree + 1][degree + 1];
    this.hasMemory = start.length > 1;
    int mostOfSecond = hasMemory ? degree : 0;
    for (int p = 0; p <= degree; p++) {
      for (int q = 0; q <= Math.min(mostOfSecond, degree - p); q++) {
        place[p][q] = monomials.size();
        monomials.add(new int[] {p, q});
      }
    }
    double second = start.length == 1 ? 0 : start[1];
    this.moments =
        monomials.stream().mapToDouble(m -> power(start[0], m[0]) * power(second, m[1])).toArray();
  }

  private static double power(double x, int n) {
    double result = 1;
    for (int k = 0; k < n; k++) {
      result *= x;
    }
    return result;
  }

  @Override
  public void advance(LinearStep step, long times) {
    if (of != step) {
      of = step;
      powers = new MatrixPowers(matrix(step));
    }
    moments = powers.apply(times, moments);
  }

  /** Row (p, q): E (a_1.z + b_1 w)^p (a_2.z + b_2 w)^q as a polynomial in z. */
  private double[][] matrix(LinearStep step) {
    boolean single = step.size() == 1;
    double[][] first = powersOf(step.matrix()[0]);
    double[][] second = powersOf(single ? new double[1] : step.matrix()[1]);
    double[][] where = powersOf(step.where());
    double[][] matrix = new double[monomials.size()][monomials.size()];
    for (int row = 0; row < matrix.length; row++) {
      int p = monomials.get(row)[0];
      int q = monomials.get(row)[1];
      for (int j = 0; j <= p; j++) {
        for (int l = 0; l <= q; l++) {
          double factor =
              Polynomials.binomial(p, j)
                  * Polynomials.binomial(q, l)
                  * power(step.kick()[0], j)
                  * (single ? 1 : power(step.kick()[1], l));
          double[] rest = product(first[p - j], second[q - l]);
          add(factor, product(rest, kickMoment(j + l, where)), matrix[row]);
        }
      }
    }
    return matrix;
  }

  /** E w^r as a polynomial in z. */
  private double[] kickMoment(int r, double[][] where) {
    double[] result = new double[monomials.size()];
    for (int k = 0; k < kick.coefficient()[r].length; k++) {
      add(kick.coefficient()[r][k], where[k], result);
    }
    return result;
  }

  /** (c.z)^n for n = 0 to degree. */
  private double[][] powersOf(double[] c) {
    double[] linear = new double[monomials.size()];
    for (int k = 0; k < c.length; k++) {
      linear[k == 0 ? place[1][0] : place[0][1]] = c[k];
    }
    double[][] result = new double[degree + 1][monomials.size()];
    result[0][place[0][0]] = 1;
    for (int n = 1; n <= degree; n++) {
      result[n] = product(result[n - 1], linear);
    }
    return result;
  }

  /** The product of two polynomials in z; terms beyond the degree are zero where they occur. */
  private double[] product(double[] f, double[] g) {
    double[] product = new double[monomials.size()];
    for (int i = 0; i < f.length; i++) {
      for (int j = 0; f[i] != 0 && j < g.length; j++) {
        if (g[j] != 0) {
          int p = monomials.get(i)[0] + monomials.get(j)[0];
          int q = monomials.get(i)[1] + monomials.get(j)[1];
          product[place[p][q]] += f[i] * g[j];
        }
      }
    }
    return product;
  }

  private static void add(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  @Override
  public StateLaw state() {
    double[][] raw = new double[degree + 1][hasMemory ? degree + 1 : 1];
    for (int n = 0; n < moments.length; n++) {
      raw[monomials.get(n)[0]][monomials.get(n)[1]] = moments[n];
    }
    return new RawState(raw);
  }
}
