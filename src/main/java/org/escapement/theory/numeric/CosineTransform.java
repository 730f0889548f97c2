package org.escapement.theory.numeric;

/**
 * Density and upper tail of the law with characteristic function exp(-jump |u|^alpha - spread u^2),
 * at moderate arguments, by Fourier's integral: density(x) = 1/pi Int_0^inf cos(x u) phi(u) du,
 * upperTail(x) = 1/2 - 1/pi Int_0^inf sin(x u)/u phi(u) du.
 *
 * @param frequency nodes of the quadrature
 * @param weight times phi / pi
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CosineTransform(double[] frequency, double[] weight) {
  private static final double NEGLIGIBLE = 41;
  private static final double PHASE = 10;

  /** The quadrature that is good for 0 <= x <= limit. */
  public static CosineTransform of(double alpha, double jump, double spread, double limit) {
    double end = cutoff(alpha, jump, spread, NEGLIGIBLE);
    double[] edges = edges(end, Math.min(PHASE / limit, Math.max(1, end / 100)));
    int panels = edges.length - 1;
    double[] frequency = new double[panels * Panels.ORDER];
    double[] weight = new double[panels * Panels.ORDER];
    for (int p = 0; p < panels; p++) {
      Panels rule = Panels.on(edges[p], edges[p + 1], 1);
      for (int i = 0; i < Panels.ORDER; i++) {
        double u = rule.node()[i];
        frequency[p * Panels.ORDER + i] = u;
        weight[p * Panels.ORDER + i] =
            rule.weight()[i] * StrictMath.exp(-exponent(alpha, jump, spread, u)) / Math.PI;
      }
    }
    return new CosineTransform(frequency, weight);
  }

  /** 0, then doubling (u^alpha is not smooth at 0) until panels have the greatest width. */
  private static double[] edges(double end, double width) {
    int doublings = 50;
    int uniform = (int) Math.ceil(end / width);
    double step = end / uniform;
    double[] edges = new double[doublings + uniform + 1];
    for (int k = 1; k <= doublings; k++) {
      edges[k] = Math.scalb(step, k - doublings - 1);
    }
    for (int k = 1; k <= uniform; k++) {
      edges[doublings + k] = k * step;
    }
    return edges;
  }

  private static double exponent(double alpha, double jump, double spread, double u) {
    return jump * StrictMath.pow(u, alpha) + spread * u * u;
  }

  /** The frequency at which the characteristic function is exp(-exponent). */
  static double cutoff(double alpha, double jump, double spread, double exponent) {
    double low = 0;
    double high = 1;
    while (exponent(alpha, jump, spread, high) < exponent) {
      high *= 2;
    }
    for (int k = 0; k < 60; k++) {
      double middle = 0.5 * (low + high);
      if (exponent(alpha, jump, spread, middle) < exponent) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  public double density(double x) {
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * StrictMath.cos(x * frequency[k]);
    }
    return sum;
  }

  public double upperTail(double x) {
    double sum = 0;
    for (int k = 0; k < weight.length; k++) {
      sum += weight[k] * StrictMath.sin(x * frequency[k]) / frequency[k];
    }
    return 0.5 - sum;
  }
}
