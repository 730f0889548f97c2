package org.escapement.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.escapement.estimate.Estimator;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Measured;
import org.escapement.simulate.ExitSummary;

/**
 * The table {@code ratios}: how many times sooner a cell is left than the one it is compared to,
 * measured, and by each prediction that has a number for both.
 */
final class RatiosTable {
  private static final List<String> QUANTITIES = List.of("mean_step", "mean_time", "median");

  private final List<CellProgress> cells;
  private final List<Optional<ExitEstimates>> estimates;
  private final CellTable table;
  private final Claims claims;

  private RatiosTable(Study study, Collection<CellProgress> cells, Table theory) {
    this.claims = Claims.of(theory);
    this.cells = new ArrayList<>(cells);
    this.estimates = this.cells.stream().map(RatiosTable::estimates).toList();
    this.table =
        new CellTable("ratios", study)
            .column("reference", Column.Type.LONG, "number of the cell that it is compared to")
            .column("quantity", Column.Type.TEXT, "what is compared: mean_step, mean_time, median")
            .column(
                "measured",
                Column.Type.DOUBLE,
                "that of the reference / that of the cell: above 1 the cell is left sooner")
            .column(
                "std_error",
                Column.Type.DOUBLE,
                "standard error of measured, as for cells with random numbers of their own")
            .column("prediction", Column.Type.TEXT, "name of a prediction that has both numbers")
            .column("kind", Column.Type.TEXT, "exact or asymptotic")
            .column("predicted", Column.Type.DOUBLE, "the same ratio of the predicted numbers")
            .column("ratio", Column.Type.DOUBLE, "measured / predicted");
  }

  private static Optional<ExitEstimates> estimates(CellProgress progress) {
    return progress
        .summary()
        .filter(summary -> summary.diverged() == 0)
        .map((ExitSummary summary) -> ExitEstimates.of(summary, progress.cell().experiment()));
  }

  /**
   * The table of a study that compares cells.
   *
   * @param theory the table of that name
   */
  static Table of(Study study, Collection<CellProgress> cells, Table theory) {
    RatiosTable ratios = new RatiosTable(study, cells, theory);
    for (int cell = 0; cell < study.references().size(); cell++) {
      int reference = study.references().get(cell);
      if (reference != cell) {
        for (String quantity : QUANTITIES) {
          ratios.add(cell, reference, quantity);
        }
      }
    }
    return ratios.table.build();
  }

  private void add(int cell, int reference, String quantity) {
    Optional<Measured> mine = measured(cell, quantity);
    Optional<Measured> theirs = measured(reference, quantity);
    if (mine.isEmpty() || theirs.isEmpty()) {
      return;
    }
    double ratio = theirs.get().value() / mine.get().value();
    double error = ratio * Math.sqrt(relativeSquare(mine.get()) + relativeSquare(theirs.get()));
    List<Object> start = List.of((long) reference, quantity, ratio, error);
    boolean alone = true;
    for (Claims.Claim claim : claims.of(cell, quantity)) {
      Optional<Claims.Claim> other = claims.of(reference, quantity, claim.prediction());
      if (other.isPresent()) {
        double predicted = other.get().value() / claim.value();
        row(cell, start, claim.prediction(), claim.kind(), predicted, ratio / predicted);
        alone = false;
      }
    }
    if (alone) {
      row(cell, start, null, null, null, null);
    }
  }

  private void row(int cell, List<Object> start, Object... rest) {
    List<Object> row = new ArrayList<>(start);
    row.addAll(Arrays.asList(rest));
    table.row(cells.get(cell).cell(), row.toArray());
  }

  /** Nothing where the estimate assumes a law. */
  private Optional<Measured> measured(int cell, String quantity) {
    return estimates
        .get(cell)
        .flatMap(e -> e.measured(quantity))
        .filter(m -> m.estimator() != Estimator.EXPONENTIAL_MLE);
  }

  private static double relativeSquare(Measured measured) {
    double relative = measured.stdError() / measured.value();
    return relative * relative;
  }
}
