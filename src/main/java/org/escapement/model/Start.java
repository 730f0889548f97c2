package org.escapement.model;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.LongFunction;
import org.escapement.random.RandomKey;

/** Where trajectories begin. Immutable; equal by value. */
public interface Start extends Serializable {

  /**
   * The position at which all trajectories begin; empty where each has its own.
   *
   * @throws IllegalArgumentException when the objective has no such position
   */
  default Optional<Vector> position(Objective objective) {
    return Optional.empty();
  }

  /** Whether somebody must look for it, as the driver does for everybody. */
  default boolean isFound() {
    return false;
  }

  /**
   * A working copy: trajectory number to its position. Whoever asks may keep no array, because the
   * next call may overwrite it.
   *
   * @param key of the random numbers of the trajectories
   * @throws IllegalArgumentException when the objective has no such position
   */
  LongFunction<double[]> places(Objective objective, RandomKey key);
}
