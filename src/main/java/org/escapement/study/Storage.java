package org.escapement.study;

import java.util.List;
import java.util.Optional;
import org.escapement.simulate.Chunk;

/** Where a study leaves its ledger and its tables: a directory of some file system. */
public interface Storage {

  Ledger ledger();

  ExitStore exits();

  /**
   * The tables of a run that was finished before, {@code exits} left out; empty when there is no
   * such run.
   */
  Optional<List<Table>> finished(Study study);

  /**
   * Forgets the ledger, the kept exits and the tables of this run, so that everything is computed
   * again.
   */
  void forget(Study study);

  /**
   * Writes the table {@code exits} of a run from the kept rows of its chunks, never collecting
   * them.
   *
   * @param chunks of each cell, in the order of {@code study.cells()}, by first trajectory
   * @return its digest as {@link RowSetDigest} makes it, so that it does not depend on the chunks
   */
  String writeExits(Study study, List<List<Chunk>> chunks);

  /**
   * Writes tables of a run, each visible completely or not at all, and {@code runs} last: a run
   * that has its row there has all its tables.
   */
  void publish(Study study, List<Table> tables);
}
