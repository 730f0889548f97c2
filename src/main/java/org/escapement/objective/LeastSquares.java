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
      return new WholeSum(this);
    }
    Rows rows = rows();
    return new BatchSamples(
        rows,
        Sampling.of(sampling).start(rows.count(), batch, draws, FIRST_SLOT, lanes),
        batch,
        lanes,
        LeastSquares::residual);
  }

  /** Turns projections p into p - y. */
  private static void residual(double[] projection, double[] target, int n) {
    for (int j = 0; j < n; j++) {
      projection[j] -= target[j];
    }
  }

  @Override
  public void value(double[][] w, int n, double[] out) {
    Rows rows = rows();
    double[] residual = new double[n];
    Loops.fill(0, n, out);
    for (int i = 0; i < rows.count(); i++) {
      project(rows, i, w, n, residual);
      for (int lane = 0; lane < n; lane++) {
        double r = residual[lane] - rows.targets()[i];
        out[lane] += r * r;
      }
    }
    Loops.scale(0.5 / rows.count(), out, n, out);
  }

  private static void project(Rows rows, int i, double[][] w, int n, double[] out) {
    Loops.fill(0, n, out);
    for (int k = 0; k < rows.dimension(); k++) {
      Loops.addScaled(rows.at(i, k), w[k], n, out);
    }
  }

  @Override
  public void gradient(double[][] w, int n, double[][] out) {
    accumulate(w, 1, n, out);
  }

  @Override
  public void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    accumulate(v, 0, n, out);
  }

  /** 1/N sum_i x_i (x_i.w - share y_i). */
  private void accumulate(double[][] w, double share, int n, double[][] out) {
    Rows rows = rows();
    double[] residual = new double[n];
    for (int k = 0; k < rows.dimension(); k++) {
      Loops.fill(0, n, out[k]);
    }
    for (int i = 0; i < rows.count(); i++) {
      project(rows, i, w, n, residual);
      for (int lane = 0; lane < n; lane++) {
        residual[lane] = (residual[lane] - share * rows.targets()[i]) / rows.count();
      }
      for (int k = 0; k < rows.dimension(); k++) {
        Loops.addScaled(rows.at(i, k), residual, n, out[k]);
      }
    }
  }
}
