package org.escapement.objective;

import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Sampling;
import org.escapement.model.Parameter;
import org.escapement.model.Planted;
import org.escapement.model.Scattered;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * f(w) = 1/N sum_i ((x_i.w)^2 - y_i^2)^2 over the N rows of a data set with y_i = x_i.w*: find w*
 * up to its sign from squared projections. Optimisers see the mean over a batch of rows, drawn anew
 * at each step.
 *
 * <p>For many rows x_i ~ N(0, I) the origin is a maximum, with curvature -12 |w*|^2 along w* and -4
 * |w*|^2 across.
 *
 * <p>Source: J.-K. Wang, C.-H. Lin, J. Abernethy, Escaping saddle points faster with stochastic
 * momentum, ICLR 2020, equation (4), with d = 10 and N = 200.
 */
public record PhaseRetrieval(
    @Parameter("Rows, made from a solution") DataSet data,
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
        String sampling)
    implements OverRows, Planted, Scattered {

  /** Checks range and word, that there are rows enough, and that they have a solution. */
  public PhaseRetrieval {
    OverRows.check(data, batch, sampling);
    if (Loaded.rows(data).solution().isEmpty()) {
      throw new IllegalArgumentException(
          "phase-retrieval needs data that are made from a solution");
    }
  }

  @Override
  public BatchedSum sum() {
    return new BatchedSum(Loaded.rows(data), batch, Sampling.of(sampling), PhaseMisfit::new);
  }

  @Override
  public Vector solution() {
    return Loaded.rows(data).solution().orElseThrow();
  }

  @Override
  public Scatter scatter(int coordinates, int lanes, Draws draws, int firstSlot) {
    return new RowScatter(sum());
  }
}
