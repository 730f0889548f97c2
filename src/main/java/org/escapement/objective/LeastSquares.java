package org.escapement.objective;

import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.Sampling;
import org.escapement.model.ConstantHessian;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
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
    implements OverRows, ConstantHessian {

  /** Checks range and word, and that there are rows enough. */
  public LeastSquares {
    OverRows.check(data, batch, sampling);
  }

  @Override
  public BatchedSum sum() {
    return new BatchedSum(Loaded.rows(data), batch, Sampling.of(sampling), SquaredError::new);
  }

  private Optional<QuadraticSum> form() {
    return QuadraticForm.of(data).map(QuadraticSum::new);
  }

  @Override
  public Samples startSamples(Draws draws, int lanes) {
    if (isExact() && form().isPresent()) {
      return form().get();
    }
    return OverRows.super.startSamples(draws, lanes);
  }

  @Override
  public void value(double[][] w, int n, double[] out) {
    if (!form().filter(form -> form.value(w, n, out)).isPresent()) {
      OverRows.super.value(w, n, out);
    }
  }

  @Override
  public void gradient(double[][] w, int n, double[][] out) {
    form()
        .ifPresentOrElse(
            form -> form.gradient(w, n, 0, out), () -> OverRows.super.gradient(w, n, out));
  }

  @Override
  public Optional<Vector> knownSolution() {
    return Loaded.rows(data).solution();
  }

  @Override
  public void hessianTimes(double[][] w, double[][] v, int n, double[][] out) {
    form()
        .ifPresentOrElse(
            form -> form.hessianTimes(v, n, out), () -> OverRows.super.hessianTimes(w, v, n, out));
  }
}
