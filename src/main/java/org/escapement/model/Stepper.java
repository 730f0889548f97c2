package org.escapement.model;

/** Moves one batch. Born on one thread, never serialized. */
public interface Stepper {

  /** Draws the random numbers of the next two steps of every live lane. */
  void draw(Batch batch);

  /** Makes the first (half 0) or the second (half 1) of the two steps with every live lane. */
  void advance(Batch batch, int half);
}
