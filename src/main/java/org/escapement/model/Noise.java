package org.escapement.model;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.escapement.random.Draws;

/**
 * The law of a random kick, independent over trajectories, and over steps unless the noise says
 * otherwise. Immutable; equal by value.
 */
public interface Noise extends Serializable {

  /**
   * The exponent of its scaling: the kick over model time h is h^(1/index) times the kick over time
   * 1. 2 for finite variance, alpha for stable noise.
   */
  double index();

  /** How many slots of random numbers a kick in R^dimension uses. */
  int slots(int dimension);

  /**
   * A working copy.
   *
   * @param dimension coordinates of the kick
   * @param lanes the largest number of lanes
   * @param firstSlot its random numbers come from slots firstSlot to firstSlot + slots(dimension) -
   *     1
   */
  Kicks start(int dimension, int lanes, Draws draws, int firstSlot);

  /**
   * The independent parts that add up to this noise, each with its own {@link #index}; a simple
   * noise is its own only part.
   */
  default List<Noise> parts() {
    return List.of(this);
  }

  /**
   * The standard deviation of each coordinate of a kick in R^dimension, when they are finite, the
   * coordinates are uncorrelated and the law is the same at every position; empty otherwise.
   */
  default Optional<Vector> deviations(int dimension) {
    return Optional.empty();
  }

  /** The same of the kick of one step, counted from 0, where the law follows a schedule. */
  default Optional<Vector> deviations(int dimension, long step) {
    return deviations(dimension);
  }

  /** Whether the kicks at any given position are jointly normal, or none. */
  default boolean isNormal() {
    return false;
  }
}
