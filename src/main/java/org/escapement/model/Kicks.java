package org.escapement.model;

import org.escapement.random.Draws;

/**
 * The kicks of one batch, drawn for {@link Draws#PHASES} steps at once. Born on one thread, never
 * serialized.
 */
public interface Kicks {

  /** Draws the kicks of the next {@link Draws#PHASES} steps of every live lane. */
  void draw(Batch batch);

  /**
   * The kicks of one of these steps at given positions: {@code [k][i]} for 0 <= i < n, valid until
   * the next call or draw. The caller may not write to them.
   *
   * @param x {@code [k][i]}: where the gradient is taken; a law that is the same everywhere does
   *     not look at it
   */
  double[][] kicks(int phase, double[][] x, int n);
}
