package org.escapement.theory.kick;

import static org.escapement.model.Check.in;
import static org.escapement.model.Check.notNegative;
import static org.escapement.model.Check.positive;

import org.escapement.theory.numeric.CosineTransform;
import org.escapement.theory.numeric.DyadicTable;

/**
 * The law of a symmetric stable kick plus an independent normal one: characteristic function
 * exp(-|scale u|^alpha - (deviation u)^2 / 2).
 *
 * <p>Near the origin density and tail are Fourier integrals, by Gauss-Legendre quadrature once and
 * from a Chebyshev table afterwards; far out they are the series in powers of z^-alpha and z^-2
 * (Bergstroem 1952, Arkiv foer Matematik 2, 375, with the normal part expanded likewise). Absolute
 * error of both, in units of the density's own scale: below 1e-13.
 */
public final class StableKick implements KickLaw {
  /** Below it the density is too sharp a spike for the table. */
  public static final double LEAST_ALPHA = 0.5;

  private static final int SPIKE = 22;

  private final double unit;
  private final double limit;
  private final int spike;
  private final DyadicTable density;
  private final DyadicTable tail;
  private final StableTail far;

  /**
   * Tabulates the law.
   *
   * @param alpha stable index, in [0.5, 2)
   * @param scale of the stable part
   * @param deviation standard deviation of the normal part, 0 when there is none
   */
  public StableKick(double alpha, double scale, double deviation) {
    in("[0.5, 2)", alpha, "alpha");
    positive(scale, "scale");
    this.unit = Math.max(scale, notNegative(deviation, "deviation") / Math.sqrt(2));
    double jump = StrictMath.pow(scale / unit, alpha);
    double spread = deviation / unit * (deviation / unit) / 2;
    this.limit = alpha < 0.9 ? Math.max(2, 20 * Math.sqrt(spread)) : 20;
    this.far = new StableTail(alpha, jump, spread, limit);
    CosineTransform near = CosineTransform.of(alpha, jump, spread, limit);
    int levels = alpha < 1 ? SPIKE + 2 : 5;
    this.density = new DyadicTable(near::density, limit, levels);
    this.tail = new DyadicTable(near::upperTail, limit, levels);
    this.spike = alpha < 1 ? SPIKE : 0;
  }

  @Override
  public double density(double z) {
    double x = Math.abs(z) / unit;
    return (x <= limit ? density.at(x) : far.density(x)) / unit;
  }

  @Override
  public double upperTail(double z) {
    double x = Math.abs(z) / unit;
    double above = x <= limit ? tail.at(x) : far.upperTail(x);
    return z >= 0 ? above : 1 - above;
  }

  @Override
  public double reach() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double width() {
    return unit;
  }

  /** For alpha < 1 the density is a spike that no polynomial resolves at once. */
  @Override
  public double grain() {
    return Math.scalb(unit, -spike);
  }
}
