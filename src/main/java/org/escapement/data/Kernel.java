package org.escapement.data;

import java.io.Serializable;

/**
 * A positive semidefinite function of two rows that depends on their inner products only.
 * Immutable; equal by value.
 */
public interface Kernel extends Serializable {

  /**
   * Its value.
   *
   * @param xx x.x of the first row
   * @param xy x.y
   * @param yy y.y of the second row
   * @param dimension of the rows
   */
  double at(double xx, double xy, double yy, int dimension);
}
