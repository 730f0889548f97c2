package org.escapement.theory.kick;

/** The law of a symmetric random kick on the line that has a density. */
public interface KickLaw {

  /** The density at z, per unit of length; smooth but perhaps at 0 and at the reach. */
  double density(double z);

  /** P(kick > z). */
  double upperTail(double z);

  /** The kick is longer than this with probability below 1e-30; infinite for heavy tails. */
  double reach();

  /** The length of a typical kick. */
  double width();

  /** Whether the density jumps to 0 at the reach; else it is negligible there. */
  default boolean isCut() {
    return false;
  }

  /**
   * Polynomials of degree 16 resolve the density on [0, grain], [grain, 2 grain], [2 grain, 4
   * grain] and so on.
   */
  double grain();
}
