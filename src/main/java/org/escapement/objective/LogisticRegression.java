package org.escapement.objective;

import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.NoData;
import org.escapement.data.Rows;
import org.escapement.data.Sampling;
import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Scored;

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
    @Parameter(value = "Weight of |w|^2/2", range = "[0, inf)", standard = "0") double ridge,
    @Parameter(
            value = "Rows and targets that are not trained on, for test-loss and test-accuracy",
            standard = "none",
            added = true)
        DataSet test)
    implements OverRows, Scored {

  /** Checks ranges and words, that there are rows enough, and the targets. */
  public LogisticRegression {
    OverRows.check(data, batch, sampling);
    Check.notNegative(ridge, "ridge");
    checkTargets("targets", Loaded.rows(data));
    checkTargets("targets of test", Loaded.rows(test));
    checkTest(data, test);
  }

  /** Without test data. */
  public LogisticRegression(DataSet data, int batch, String sampling, double ridge) {
    this(data, batch, sampling, ridge, new NoData());
  }

  private static void checkTargets(String name, Rows rows) {
    for (int i = 0; i < rows.count(); i++) {
      if (Math.abs(rows.targets()[i]) != 1) {
        throw new IllegalArgumentException(
            "%s must be -1 or 1, that of row %d is %s".formatted(name, i, rows.targets()[i]));
      }
    }
  }

  private static void checkTest(DataSet data, DataSet test) {
    int expected = Loaded.rows(data).dimension();
    int actual = Loaded.rows(test).dimension();
    if (!(test instanceof NoData) && actual != expected) {
      throw new IllegalArgumentException(
          "test must have as many coordinates as data, %d, got %d".formatted(expected, actual));
    }
  }

  /** A row is predicted right where its projection x_i.w has the sign of its target. */
  @Override
  public void accuracy(double[][] w, int n, double[] out) {
    sum().whole().signsRight(w, n, out);
  }

  @Override
  public Optional<LogisticRegression> unseen() {
    return test instanceof NoData
        ? Optional.empty()
        : Optional.of(new LogisticRegression(test, 1, sampling, ridge));
  }

  @Override
  public BatchedSum sum() {
    return new BatchedSum(
        Loaded.rows(data), batch, Sampling.of(sampling), () -> new LogisticLoss(ridge));
  }
}
