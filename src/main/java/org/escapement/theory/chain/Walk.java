package org.escapement.theory.chain;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.kick.KickLaw;

/**
 * A Markov chain on the line, x <- map(x) + kick, watched until it leaves an interval.
 *
 * @param kick the law of the kick at x
 * @param low the chain has left when x <= low; may be -infinity
 * @param high the chain has left when x >= high; may be infinity
 */
public record Walk(DoubleUnaryOperator map, DoubleFunction<KickLaw> kick, double low, double high) {

  /** Checks that the interval is one. */
  public Walk {
    if (!(low < high)) {
      throw new IllegalArgumentException("low must be below high, got " + low + " and " + high);
    }
  }

  /** A walk with the same kick everywhere. */
  public Walk(DoubleUnaryOperator map, KickLaw kick, double low, double high) {
    this(map, x -> kick, low, high);
  }
}
