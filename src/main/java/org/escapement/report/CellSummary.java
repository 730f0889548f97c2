package org.escapement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/**
 * What a run says about one cell: what was counted, the mean exit time and what theory says about
 * it.
 *
 * @param cell its number in the sweep
 * @param axes the swept values
 * @param quantity that is shown: mean_time, or restricted_mean where the mean has no estimate
 * @param measured its value, model time; empty when there is no estimate
 * @param stdError of the measured value, model time
 * @param beside all predictions for the cell, of any quantity, in the order of the table
 */
public record CellSummary(
    long cell,
    List<Object> axes,
    long trajectories,
    long exited,
    long censored,
    long diverged,
    String quantity,
    Optional<Double> measured,
    Optional<Double> stdError,
    List<Beside> beside) {
  private static final String MEAN = "mean_time";
  private static final String RESTRICTED = "restricted_mean";

  /** The prediction to show beside the measured value: exact before asymptotic, then the first. */
  public Optional<Beside> best() {
    return beside.stream()
        .filter(b -> b.quantity().equals(quantity) && !b.kind().equals("bound"))
        .min(Comparator.comparing(b -> !b.isExact()));
  }

  /** All cells of a run, from its tables {@code exit_summary} and {@code theory}. */
  public static List<CellSummary> all(List<Axis> axes, List<Table> tables) {
    Map<Long, List<Beside>> predictions = predictions(tables);
    List<CellSummary> cells = new ArrayList<>();
    Rows rows = Rows.of(tables, "exit_summary");
    for (int i = 0; i < rows.size(); i++) {
      cells.add(read(axes, rows, i, predictions));
    }
    return cells;
  }

  private static Map<Long, List<Beside>> predictions(List<Table> tables) {
    Map<Long, List<Beside>> predictions = new HashMap<>();
    Rows theory = Rows.of(tables, "theory");
    for (int i = 0; i < theory.size(); i++) {
      predictions
          .computeIfAbsent(theory.count(i, "cell"), cell -> new ArrayList<>())
          .add(Beside.read(theory, i));
    }
    return predictions;
  }

  private static CellSummary read(
      List<Axis> axes, Rows rows, int row, Map<Long, List<Beside>> predictions) {
    long cell = rows.count(row, "cell");
    boolean hasMean = rows.number(row, MEAN).isPresent();
    boolean hasRestricted = !hasMean && rows.number(row, RESTRICTED).isPresent();
    String quantity = hasRestricted ? RESTRICTED : MEAN;
    List<Beside> beside = List.copyOf(predictions.getOrDefault(cell, List.of()));
    return new CellSummary(
        cell,
        axes.stream().map(axis -> rows.value(row, axis.column()).orElse("")).toList(),
        rows.count(row, "trajectories"),
        rows.count(row, "exited"),
        rows.count(row, "censored"),
        rows.count(row, "diverged"),
        quantity,
        rows.number(row, quantity),
        error(rows, row, quantity, beside),
        beside);
  }

  private static Optional<Double> error(Rows rows, int row, String quantity, List<Beside> beside) {
    String column = quantity.equals(MEAN) ? "std_error" : quantity + "_std_error";
    return rows.number(row, column)
        .or(
            () ->
                beside.stream()
                    .filter(b -> b.quantity().equals(quantity))
                    .flatMap(b -> b.stdError().stream())
                    .findFirst());
  }
}
