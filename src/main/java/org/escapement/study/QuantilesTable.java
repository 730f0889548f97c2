package org.escapement.study;

import java.util.Collection;
import java.util.List;
import org.escapement.measure.Findings;
import org.escapement.measure.Quantiles;
import org.escapement.measure.Quantiles.Estimate;
import org.escapement.measure.Samples;
import org.escapement.simulate.Clock;

/** The table {@code quantiles}: how far the trajectories lie apart. */
final class QuantilesTable {
  private final CellTable table;

  private QuantilesTable(Study study) {
    this.table =
        new CellTable("quantiles", study)
            .column("quantity", Column.Type.TEXT, "what it is a quantile of, such as loss")
            .column("step", Column.Type.LONG, "step at which it holds")
            .column("time", Column.Type.DOUBLE, "model time of the step")
            .column("i", Column.Type.LONG, "coordinate that it is of, from 1; NULL when of none")
            .column("j", Column.Type.LONG, "second coordinate; NULL when of none")
            .column("quantile_level", Column.Type.DOUBLE, "share of the trajectories below it")
            .column(
                "quantile",
                Column.Type.DOUBLE,
                "the smallest number below or at which that share lies, unit of the quantity")
            .column(
                "ci_low",
                Column.Type.DOUBLE,
                "lower limit of 95 % confidence by ranks, for any law; NULL with too few")
            .column("ci_high", Column.Type.DOUBLE, "upper limit of 95 % confidence")
            .column(
                "std_error",
                Column.Type.DOUBLE,
                "(ci_high - ci_low) / 3.92, unit of the quantity; NULL where one is missing")
            .column(
                "trajectories",
                Column.Type.LONG,
                "trajectories that it is of: those that had not ended by then");
  }

  /** Whether a cell has any. */
  static boolean has(Cell cell) {
    return cell.measures().stream().anyMatch(Quantiles.class::isInstance);
  }

  /** One row a cell, a quantity, a step and a level. */
  static Table of(Study study, Collection<CellProgress> cells) {
    QuantilesTable quantiles = new QuantilesTable(study);
    cells.forEach(cell -> cell.findings().ifPresent(found -> quantiles.add(cell.cell(), found)));
    return quantiles.table.build();
  }

  private void add(Cell cell, Findings findings) {
    for (int k = 0; k < cell.measures().size(); k++) {
      if (cell.measures().get(k) instanceof Quantiles quantiles) {
        Samples samples = (Samples) findings.others().get(k);
        add(cell, quantiles.estimates(samples, cell.experiment()));
      }
    }
  }

  private void add(Cell cell, List<Estimate> estimates) {
    long[] steps = estimates.stream().mapToLong(Estimate::step).distinct().toArray();
    double[] times = new Clock(cell.experiment().dynamics().stepSize()).at(steps);
    int eachStep = estimates.size() / steps.length;
    for (int k = 0; k < estimates.size(); k++) {
      table.row(cell, values(estimates.get(k), times[k / eachStep]));
    }
  }

  private static Object[] values(Estimate estimate, double time) {
    return new Object[] {
      estimate.of().word(),
      estimate.step(),
      time,
      estimate.of().i() == 0 ? null : (long) estimate.of().i(),
      estimate.of().j() == 0 ? null : (long) estimate.of().j(),
      estimate.level(),
      orNull(estimate.value()),
      orNull(estimate.low()),
      orNull(estimate.high()),
      orNull(estimate.stdError()),
      estimate.trajectories()
    };
  }

  private static Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
