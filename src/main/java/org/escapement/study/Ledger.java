package org.escapement.study;

import java.util.Collection;
import java.util.function.Consumer;

/** The finished chunks of a study, on storage that outlives the run. */
public interface Ledger {

  /**
   * Hands over every finished chunk of the given cells, one at a time, in any order; some may come
   * twice.
   */
  void read(Collection<Cell> cells, Consumer<Outcome> row);

  /** Adds finished chunks; they are there completely or not at all when it returns or fails. */
  void append(Collection<Outcome> finished);
}
