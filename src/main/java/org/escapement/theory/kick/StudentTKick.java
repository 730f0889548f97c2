package org.escapement.theory.kick;

import static org.escapement.model.Check.positive;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** A multiple of Student's t. */
public final class StudentTKick implements KickLaw {
  private final double freedom;
  private final double scale;
  private final double peak;

  /**
   * The law of {@code scale} times a standard t.
   *
   * @param freedom degrees of freedom
   */
  public StudentTKick(double freedom, double scale) {
    this.freedom = positive(freedom, "freedom");
    this.scale = positive(scale, "scale");
    this.peak =
        StrictMath.exp(Gamma.logGamma((freedom + 1) / 2) - Gamma.logGamma(freedom / 2))
            / (scale * Math.sqrt(Math.PI * freedom));
  }

  @Override
  public double density(double z) {
    double u = z / scale;
    return peak * StrictMath.exp(-(freedom + 1) / 2 * StrictMath.log1p(u * u / freedom));
  }

  @Override
  public double upperTail(double z) {
    double u = z / scale;
    double half = 0.5 * Beta.regularizedBeta(freedom / (freedom + u * u), freedom / 2, 0.5);
    return z >= 0 ? half : 1 - half;
  }

  @Override
  public double reach() {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public double width() {
    return scale;
  }

  /**
   * The density has poles at the distance sqrt(freedom), and is nearly normal when there is many.
   */
  @Override
  public double grain() {
    return scale * Math.min(2, Math.sqrt(freedom));
  }
}
