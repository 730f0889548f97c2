package org.escapement.study;

import java.io.Serializable;
import java.util.Optional;
import org.escapement.measure.Findings;
import org.escapement.simulate.Chunk;

/**
 * What came of a chunk; a row of the ledger unless it failed.
 *
 * @param cellKey of {@link Cell#key}
 * @param keptBelow trajectories below this number have their rows in the store of exits
 * @param steps made by all its trajectories together
 * @param seconds of one core
 * @param summary empty when it failed
 * @param failure what went wrong; empty when nothing did
 */
public record Outcome(
    String cellKey,
    Chunk chunk,
    long keptBelow,
    long steps,
    double seconds,
    Findings summary,
    String failure)
    implements Serializable {

  /** A chunk that was run to its end. */
  public static Outcome done(Work work, long steps, double seconds, Findings summary) {
    return new Outcome(
        work.cell().key(), work.chunk(), work.keepBelow(), steps, seconds, summary, "");
  }

  /** A chunk that threw. */
  public static Outcome failed(Work work, Throwable cause) {
    return new Outcome(work.cell().key(), work.chunk(), 0, 0, 0, null, cause.toString());
  }

  /** The summary unless the chunk failed. */
  public Optional<Findings> result() {
    return Optional.ofNullable(summary);
  }
}
