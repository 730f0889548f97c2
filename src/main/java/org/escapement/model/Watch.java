package org.escapement.model;

import org.escapement.random.Draws;

/**
 * Tells after each step which trajectories of one batch are still inside. Born on one thread, never
 * serialized.
 */
public interface Watch {

  /** Gets ready for the next {@link Draws#PHASES} steps of every live lane. */
  void draw(Batch batch);

  /**
   * After the step of a phase, {@code out[i]}: positive while lane i has not left. Callers test
   * {@code !(margin > 0)}, so NaN counts as out.
   */
  void margin(Batch batch, int phase, double[] out);

  /** By which side lane i is out since that step: an index into {@link Domain#sides}. */
  int side(Batch batch, int lane);
}
