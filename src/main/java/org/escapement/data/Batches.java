package org.escapement.data;

import org.escapement.model.Batch;
import org.escapement.random.Draws;

/** Which rows every lane sees at each step. Born on one thread, never serialized. */
public interface Batches {

  /** Draws those of the next {@link Draws#PHASES} steps of every live lane. */
  void draw(Batch lanes);

  /**
   * Those of the step of this phase: row numbers of lane i at {@code [i * b, (i + 1) * b)}. Nobody
   * may write to it.
   */
  int[] at(int phase);
}
