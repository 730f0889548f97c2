package org.escapement.objective;

import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.model.Check;
import org.escapement.model.Curved;
import org.escapement.model.Parameter;
import org.escapement.model.SampledObjective;
import org.escapement.random.Draws;

/**
 * f(w) = 1/(2N) sum_i (x_i.w - y_i)^2 over the N rows of a data set. Optimisers see the mean over a
 * batch of rows, drawn anew at each step.
 */
public record LeastSquares(
    @Parameter("Rows and targets") DataSet data,
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
    implements SampledObjective, Curved {
  private static final PointLoss LOSS = new SquaredError();

  /** Checks range and word, and that there are rows enough. */
  public LeastSquares {
    Check.in("[1, 1048576]", batch, "batch");
    Sampling.of(sampling);
    BatchSamples.checkBatch(batch, Loaded.rows(data));
  }

  private Rows rows() {
    return Loaded.rows(data);
  }

  @Override
  public int dimension() {
    return rows().dimension();
  }

  @Override
  public double cost() {
    return BatchSamples.cost(dimension(), batch);
  }

  @Override
  public boolean isExact() {
    return batch == rows().count() && !sampling.equals(Sampling.WITH_REPLACEMENT.word());
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    if (isExact()) {
      return sum();
    }
    Rows rows = rows();
    return new BatchSamples(
        rows,
        Sampling.of(sampling).start(rows.count(), batch, draws, FIRST_SLOT, lanes),
        batch,
        lanes,
        LOSS);
  }

  private RowSum sum() {
    return new RowSum(rows(), LOSS);
  }

  @Override
  public void value(double[][] w, int n, double[] out) {
    sum().value(w, n, out);
  }

  @Override
  public void gradient(double[][] w, int n, double[][] out) {
    sum().gradient(w, n, out);
  }

  @Override
  public void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    sum().hessianTimes(w, v, n, out);
  }
}
