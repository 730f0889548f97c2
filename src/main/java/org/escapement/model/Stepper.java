package org.escapement.model;

import org.escapement.random.Draws;

/** Moves one batch. Born on one thread, never serialized. */
public interface Stepper {

  /** Draws the random numbers of the next {@link Draws#PHASES} steps of every live lane. */
  void draw(Batch batch);

  /** Makes one of these steps with every live lane: that of phase 0 first, then 1, 2, ... */
  void advance(Batch batch, int phase);
}
