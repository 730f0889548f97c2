package org.escapement.model;

/** The kicks of one batch, drawn for two steps at once. Born on one thread, never serialized. */
public interface Kicks {

  /** Draws the kicks of the next two steps of every live lane. */
  void draw(Batch batch);

  /**
   * The kicks of the first (half 0) or the second (half 1) of the two steps: {@code [k][i]}, valid
   * until the next draw. The caller may not write to them.
   */
  double[][] kicks(int half);
}
