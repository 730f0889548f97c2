package org.escapement.theory.kick;

import static org.escapement.model.Check.positive;

/**
 * The Laplace law with mean 0: density exp(-|z| / b) / (2 b).
 *
 * @param scale b; the standard deviation is sqrt(2) b
 */
public record LaplaceKick(double scale) implements KickLaw {

  /** Checks the scale. */
  public LaplaceKick {
    positive(scale, "scale");
  }

  @Override
  public double density(double z) {
    return StrictMath.exp(-Math.abs(z) / scale) / (2 * scale);
  }

  @Override
  public double upperTail(double z) {
    double beyond = 0.5 * StrictMath.exp(-Math.abs(z) / scale);
    return z >= 0 ? beyond : 1 - beyond;
  }

  @Override
  public double reach() {
    return 70 * scale;
  }

  @Override
  public double width() {
    return scale;
  }

  @Override
  public double grain() {
    return scale;
  }
}
