package org.escapement.study;

import org.hipparchus.special.Erf;

/** Quantiles of the standard normal law. */
final class NormalQuantile {
  private NormalQuantile() {}

  /** The z with P(Z > z) = tail, 0 < tail < 1. */
  static double upper(double tail) {
    return Math.sqrt(2) * Erf.erfcInv(2 * tail);
  }
}
