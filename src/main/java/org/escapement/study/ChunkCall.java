package org.escapement.study;

import java.io.IOException;
import org.escapement.measure.Findings;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.Simulation;

/** What is done, wherever it is done, with one piece of work. */
public final class ChunkCall {
  private ChunkCall() {}

  /**
   * Runs a chunk and keeps its rows where some are asked for. A chunk that cannot be simulated
   * fails its cell, not the run.
   *
   * @throws IOException when the store of exits does not take the rows
   */
  public static Outcome run(Work work, ExitStore store) throws IOException {
    long started;
    ChunkResult<Findings> result;
    try {
      WarmUp.before(work.cell());
      started = System.nanoTime();
      result =
          Simulation.run(
              work.cell().experiment(),
              work.cell().randomKey(),
              work.cell().measurement(work.keepBelow()),
              work.chunk());
    } catch (RuntimeException cause) {
      return Outcome.failed(work, cause);
    }
    if (result.rows().isPresent()) {
      store.write(work.cell().key(), work.chunk(), result.rows().get());
    }
    double seconds = (System.nanoTime() - started) * 1e-9;
    return Outcome.done(work, result.steps(), seconds, result.summary());
  }
}
