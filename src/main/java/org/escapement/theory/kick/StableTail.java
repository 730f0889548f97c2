package org.escapement.theory.kick;

import org.hipparchus.special.Gamma;

/**
 * Density and upper tail far out of the law with characteristic function exp(-jump |u|^alpha -
 * spread u^2): P(Z > x) = 1/pi Sum_{n>=1, m>=0} (-1)^(n+1) jump^n spread^m / (n! m!) Gamma(p) sin(n
 * pi alpha / 2) x^-p with p = alpha n + 2 m, which is Fourier's integral term by term. Convergent
 * for alpha < 1 without a normal part, else asymptotic and cut before its terms grow.
 */
final class StableTail {
  private static final int MOST_TERMS = 400;
  private static final double NEGLIGIBLE = StrictMath.log(1e-19);

  private final double alpha;
  private final double least;
  private final double[][] term;

  /**
   * Prepares the coefficients.
   *
   * @param least the smallest x that will be asked for
   */
  StableTail(double alpha, double jump, double spread, double least) {
    this.alpha = alpha;
    this.least = least;
    Coefficients size = new Coefficients(alpha, jump, spread, least);
    double leading = size.log(1, 0);
    int n = 1;
    while (n < MOST_TERMS && goesOn(size.log(n + 1, 0), size.log(n, 0), leading)) {
      n++;
    }
    this.term = new double[n][];
    for (int i = 0; i < n; i++) {
      term[i] = row(size, i + 1, leading);
    }
  }

  /** Logarithms of the absolute terms at the smallest x, but for the sine. */
  private record Coefficients(double alpha, double jump, double spread, double least) {
    double log(int n, int m) {
      double p = alpha * n + 2 * m;
      return n * StrictMath.log(jump)
          + (m == 0 ? 0 : m * StrictMath.log(spread))
          + Gamma.logGamma(p)
          - Gamma.logGamma(n + 1)
          - Gamma.logGamma(m + 1)
          - p * StrictMath.log(least)
          - StrictMath.log(Math.PI);
    }
  }

  private static boolean goesOn(double next, double now, double leading) {
    return next < now && next > leading + NEGLIGIBLE;
  }

  private static double[] row(Coefficients size, int n, double leading) {
    int m = 0;
    while (size.spread() > 0
        && m < MOST_TERMS
        && goesOn(size.log(n, m + 1), size.log(n, m), leading)) {
      m++;
    }
    double sine = StrictMath.sin(n * Math.PI * size.alpha() / 2) * (n % 2 == 1 ? 1 : -1);
    double[] row = new double[m + 1];
    for (int j = 0; j <= m; j++) {
      row[j] = sine * StrictMath.exp(size.log(n, j));
    }
    return row;
  }

  double upperTail(double x) {
    return sum(x, 0);
  }

  double density(double x) {
    return sum(x, 1) / x;
  }

  /** The series, each term times p^power. */
  private double sum(double x, int power) {
    double t = least / x;
    double y = StrictMath.pow(t, alpha);
    double square = t * t;
    double sum = 0;
    for (int i = term.length - 1; i >= 0; i--) {
      double inner = 0;
      for (int m = term[i].length - 1; m >= 0; m--) {
        double p = power == 0 ? 1 : alpha * (i + 1) + 2 * m;
        inner = inner * square + term[i][m] * p;
      }
      sum = (sum + inner) * y;
    }
    return sum;
  }
}
