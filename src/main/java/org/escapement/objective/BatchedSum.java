package org.escapement.objective;

import java.util.function.Supplier;
import org.escapement.data.Batches;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.random.Draws;

/** A finite sum over rows and how batches of it are drawn: what such objectives have in common. */
record BatchedSum(Rows rows, int batch, Sampling sampling, Supplier<PointLoss> loss) {

  /** Whether every batch is all rows. */
  boolean isExact() {
    return batch == rows.count() && sampling != Sampling.WITH_REPLACEMENT;
  }

  Samples startSamples(Draws draws, int lanes) {
    if (isExact()) {
      return whole();
    }
    int slot = SampledObjective.FIRST_SLOT;
    Batches batches = sampling.start(rows.count(), batch, draws, slot, lanes);
    return batch * (long) rows.dimension() <= GatheredSamples.MOST
        ? new GatheredSamples(rows, batches, batch, lanes, loss.get())
        : new BatchSamples(rows, batches, batch, lanes, loss.get());
  }

  /** A working copy of the sum over all rows. */
  RowSum whole() {
    return new RowSum(rows, loss.get());
  }

  /** The variance of the mean of a batch to that of a single row, of all rows as likely. */
  double varianceFactor() {
    Sampling inside =
        sampling == Sampling.WITH_REPLACEMENT ? sampling : Sampling.WITHOUT_REPLACEMENT;
    return rows.count() == 1 ? 0 : inside.varianceFactor(rows.count(), batch);
  }
}
