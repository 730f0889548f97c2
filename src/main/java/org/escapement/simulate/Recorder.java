package org.escapement.simulate;

import java.util.Optional;
import org.escapement.model.Batch;

/**
 * Watches one chunk for one observable. Lanes come in no fixed order: a recorder keeps by
 * trajectory and adds doubles only in {@link #finish}.
 */
public interface Recorder<S extends Summary<S>> {

  /** Every live lane has made one more step, that of the given phase of the draw. */
  default void onStep(Batch batch, int phase) {}

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
