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
   * The kicks of one of these steps: {@code [k][i]}, valid until the next draw. The caller may not
   * write to them.
   */
  double[][] kicks(int phase);
}
