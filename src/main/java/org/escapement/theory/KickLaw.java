package org.escapement.theory;

/** The law of a symmetric random kick on the line that has a smooth density. */
public interface KickLaw {

  /** The density at z, per unit of length. */
  double density(double z);

  /** P(kick > z). */
  double upperTail(double z);

  /** The kick is longer than this with probability below 1e-30; infinite for heavy tails. */
  double reach();

  /**
   * A width of panels on which 16 Gauss-Legendre nodes resolve the density to about ten digits; a
   * hint where refinement may begin, never a promise.
   */
  double panel();
}
