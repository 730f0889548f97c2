package org.escapement.study;

import java.io.IOException;
import java.io.Serializable;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;

/**
 * Keeps the single trajectories of chunks, beside the ledger. Used by executors; travels to them.
 */
public interface ExitStore extends Serializable {

  /** Keeps the rows of a chunk; a second time changes nothing. Never visible in part. */
  void write(String cellKey, Chunk chunk, ExitRows rows) throws IOException;

  /** The rows of a chunk, in the order of trajectories. */
  ExitRows read(String cellKey, Chunk chunk) throws IOException;
}
