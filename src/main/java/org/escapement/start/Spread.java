package org.escapement.start;

import org.escapement.model.Objective;
import org.escapement.model.Vector;

/** Makes one number stand for all coordinates. */
final class Spread {
  private Spread() {}

  /**
   * One number for each coordinate of the objective.
   *
   * @throws IllegalArgumentException when there is neither one nor one for each
   */
  static double[] over(Objective objective, Vector numbers, String name) {
    int dimension = objective.dimension();
    if (numbers.size() != 1 && numbers.size() != dimension) {
      throw new IllegalArgumentException(
          "start has %d coordinates in %s, the objective %d"
              .formatted(numbers.size(), name, dimension));
    }
    return (numbers.size() == 1 ? Vector.filled(numbers.at(0), dimension) : numbers).toArray();
  }
}
