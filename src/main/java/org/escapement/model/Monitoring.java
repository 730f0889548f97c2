package org.escapement.model;

import java.io.Serializable;
import org.escapement.random.Draws;

/** How one finds out that a trajectory has left its domain. Immutable; equal by value. */
public interface Monitoring extends Serializable {

  /**
   * The share of its last step by which an exit is dated back: 0 when it happens at the end of a
   * step, 1/2 when anywhere within it.
   */
  default double lag() {
    return 0;
  }

  /**
   * Whether a trajectory may be seen to leave later than at the first step after which it is
   * outside.
   */
  default boolean isLate() {
    return false;
  }

  /**
   * A working copy for at most {@code lanes} lanes.
   *
   * @throws IllegalArgumentException where this way to look makes no sense
   */
  Watch start(
      Objective objective, Noise noise, Dynamics dynamics, Domain domain, Draws draws, int lanes);
}
