package org.escapement.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Measured;
import org.escapement.estimate.Quantity;
import org.escapement.estimate.SurvivalRow;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.Experiment;

/**
 * The tables of what was measured of exits: {@code exit_summary}, {@code exit_sides}, {@code
 * survival}.
 */
final class ExitTables {
  private ExitTables() {}

  /** One row a cell; a cell that failed has its row, with the reason. */
  static Table summary(Study study, Collection<CellProgress> cells) {
    CellTable table = new CellTable("exit_summary", study);
    for (Quantity quantity : Quantity.values()) {
      table.column(quantity.column(), type(quantity), quantity.comment());
    }
    table.column("cell_key", Column.Type.TEXT, "hash of the cell's complete experiment and seed");
    table.column("failure", Column.Type.TEXT, "why the cell failed; NULL when it did not");
    for (CellProgress cell : cells) {
      table.row(cell.cell(), summaryValues(cell));
    }
    return table.build();
  }

  /** One row a cell and a side of its domain. */
  static Table sides(Study study, Collection<CellProgress> cells) {
    CellTable table =
        new CellTable("exit_sides", study)
            .column("side", Column.Type.TEXT, "name of the side of the domain")
            .column("exited", Column.Type.LONG, "trajectories that left by it")
            .column("share", Column.Type.DOUBLE, "of all trajectories that left")
            .column("std_error", Column.Type.DOUBLE, "standard error of share");
    for (CellProgress cell : cells) {
      cell.summary().ifPresent(summary -> addSides(table, cell.cell(), summary));
    }
    return table.build();
  }

  private static void addSides(CellTable table, Cell cell, ExitSummary summary) {
    Experiment experiment = cell.experiment();
    ExitEstimates estimates = ExitEstimates.of(summary, experiment);
    List<String> names = experiment.domain().sides(experiment.dimension());
    for (int j = 0; j < names.size(); j++) {
      Optional<Measured> share = estimates.measured("side." + names.get(j));
      table.row(
          cell,
          names.get(j),
          summary.exitedBy(j),
          share.map(Measured::value).orElse(null),
          share.map(Measured::stdError).orElse(null));
    }
  }

  /** One row a cell and a time, on times common to all cells. */
  static Table survival(Study study, Collection<CellProgress> cells) {
    CellTable table =
        new CellTable("survival", study)
            .column("step", Column.Type.LONG, "steps made")
            .column("time", Column.Type.DOUBLE, "model time of these steps")
            .column("at_risk", Column.Type.LONG, "trajectories that had not ended by then")
            .column("exited", Column.Type.LONG, "trajectories that had left by then")
            .column(
                "survival",
                Column.Type.DOUBLE,
                "probability not to have left by then (Kaplan-Meier)")
            .column("std_error", Column.Type.DOUBLE, "standard error of survival (Greenwood)");
    for (CellProgress cell : cells) {
      List<SurvivalRow> rows = estimates(cell).map(ExitEstimates::survival).orElse(List.of());
      for (SurvivalRow row : rows) {
        table.row(
            cell.cell(),
            row.step(),
            row.time(),
            row.atRisk(),
            row.exited(),
            row.survival(),
            orNull(row.stdError()));
      }
    }
    return table.build();
  }

  private static Optional<ExitEstimates> estimates(CellProgress cell) {
    return cell.summary().map(summary -> ExitEstimates.of(summary, cell.cell().experiment()));
  }

  private static Object[] summaryValues(CellProgress cell) {
    List<Object> values = new ArrayList<>();
    Optional<ExitEstimates> estimates = estimates(cell);
    for (Quantity quantity : Quantity.values()) {
      values.add(estimates.flatMap(e -> e.value(quantity)).orElse(null));
    }
    values.add(cell.cell().key());
    values.add(cell.isFailed() ? cell.failure() : null);
    return values.toArray();
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static Column.Type type(Quantity quantity) {
    if (quantity.type() == Long.class) {
      return Column.Type.LONG;
    }
    return quantity.type() == Double.class ? Column.Type.DOUBLE : Column.Type.TEXT;
  }
}
