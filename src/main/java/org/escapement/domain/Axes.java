package org.escapement.domain;

/** Axes as job files number them, from 1. */
final class Axes {
  private Axes() {}

  /**
   * The place of an axis among the coordinates, from 0.
   *
   * @throws IllegalArgumentException when the space has no such axis
   */
  static int place(int axis, int dimension) {
    if (axis > dimension) {
      throw new IllegalArgumentException(
          "axis must be at most %d, the dimension of the objective, got %d"
              .formatted(dimension, axis));
    }
    return axis - 1;
  }
}
