package org.escapement.theory.kick;

import static org.escapement.model.Check.positive;

import org.hipparchus.special.Erf;

/**
 * The normal law with mean 0.
 *
 * @param deviation its standard deviation
 */
public record GaussianKick(double deviation) implements KickLaw {
  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final double ROOT_TWO = 1.4142135623730951;

  /** Checks the deviation. */
  public GaussianKick {
    positive(deviation, "deviation");
  }

  @Override
  public double density(double z) {
    double u = z / deviation;
    return StrictMath.exp(-0.5 * u * u) / (deviation * ROOT_TWO_PI);
  }

  @Override
  public double upperTail(double z) {
    return 0.5 * Erf.erfc(z / (deviation * ROOT_TWO));
  }

  @Override
  public double reach() {
    return 11.5 * deviation;
  }

  @Override
  public double width() {
    return deviation;
  }

  @Override
  public double grain() {
    return 2 * deviation;
  }
}
