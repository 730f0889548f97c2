package org.escapement.objective;

import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * f(w) = 1/N sum_i log(1 + exp(-y_i x_i.w)) + ridge/2 |w|^2 over the N rows of a data set with
 * targets -1 and 1. Optimisers see the mean over a batch of rows, drawn anew at each step.
 */
public record LogisticRegression(
    @Parameter("Rows and targets, each of them -1 or 1") DataSet data,
    @Parameter(
            value = "Rows b a step; with all rows nothing is random",
            range = "[1, 1048576]",
            standard = "1")
        int batch,
    @Parameter(
            value =
                "How a batch is drawn: with-replacement, without-replacement (distinct rows in a"
                    + " batch, batches independent) or reshuffling (epochs)",
            standard = "without-replacement")
        String sampling,
    @Parameter(value = "Weight of |w|^2/2", range = "[0, inf)", standard = "0") double ridge)
    implements OverRows {

  /** Checks ranges and words, that there are rows enough, and the targets. */
  public LogisticRegression {
    OverRows.check(data, batch, sampling);
    Check.notNegative(ridge, "ridge");
    Rows rows = Loaded.rows(data);
    for (int i = 0; i < rows.count(); i++) {
      if (Math.abs(rows.targets()[i]) != 1) {
        throw new IllegalArgumentException(
            "targets must be -1 or 1, that of row %d is %s".formatted(i, rows.targets()[i]));
      }
    }
  }

  @Override
  public BatchedSum sum() {
    return new BatchedSum(
        Loaded.rows(data), batch, Sampling.of(sampling), () -> new LogisticLoss(ridge));
  }
}
