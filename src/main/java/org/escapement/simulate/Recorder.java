package org.escapement.simulate;

import java.util.Optional;
import org.escapement.model.Batch;

/**
 * Watches one chunk for one observable. Lanes come in no fixed order: a recorder keeps by
 * trajectory and adds doubles only in {@link #finish}.
 */
public interface Recorder<S extends Summary<S>> {

  /**
   * Every live lane is about to make the step of the given phase of the draw: the one that {@link
   * #onStep} will speak of, with the same lanes.
   */
  default void beforeStep(Batch batch, int phase) {}

  /**
   * Every live lane has made one more step, that of the given phase of the draw, and those that
   * left by it have ended: lane i is now at step {@code batch.steps()[i] + phase + 1} unless it has
   * ended.
   *
   * @param ended the lanes that have ended since random numbers were last drawn: nothing in their
   *     state means anything
   */
  default void onStep(Batch batch, int phase, boolean[] ended) {}

  /**
   * The trajectory of a lane has ended.
   *
   * @param steps the steps it made, at least 1
   * @param side by which it left, an index into the domain's sides; -1 unless it exited
   */
  default void onEnding(Batch batch, int lane, Ending how, long steps, int side) {}

  /** The summary of the whole chunk. */
  S finish();

  /** The rows of single trajectories, when some are kept; asked for after {@link #finish}. */
  default Optional<ExitRows> rows() {
    return Optional.empty();
  }
}
