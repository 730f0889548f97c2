package org.escapement.theory.kick;

import static org.escapement.model.Check.positive;

/**
 * The uniform law on (-reach, reach).
 *
 * @param reach the standard deviation is reach / sqrt(3)
 */
public record UniformKick(double reach) implements KickLaw {

  /** Checks the reach. */
  public UniformKick {
    positive(reach, "reach");
  }

  @Override
  public double density(double z) {
    return Math.abs(z) < reach ? 0.5 / reach : 0;
  }

  @Override
  public double upperTail(double z) {
    return Math.min(1, Math.max(0, 0.5 - 0.5 * (z / reach)));
  }

  @Override
  public boolean isCut() {
    return true;
  }

  @Override
  public double width() {
    return reach / Math.sqrt(3);
  }

  @Override
  public double grain() {
    return reach;
  }
}
