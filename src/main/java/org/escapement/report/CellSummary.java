package org.escapement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escapement.study.Axis;
import org.escapement.study.Study;
import org.escapement.study.Table;

/**
 * What a run says about one cell: what was counted, the mean exit time and what theory says about
 * it.
 *
 * @param cell its number in the sweep
 * @param axes the swept values
 * @param quantity that is shown: mean_time, or restricted_mean where only that has an estimate and
 *     a prediction
 * @param measured its value, model time; empty when there is no estimate
 * @param stdError of the measured value, model time
 * @param estimator how the mean was got: sample-mean, exponential-mle or too-few-exits
 * @param failure why the cell failed; empty when it did not
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
    String estimator,
    String failure,
    List<Beside> beside) {
  private static final String MEAN = "mean_time";
  private static final String RESTRICTED = "restricted_mean";

  /** The prediction to show beside the measured value: exact before asymptotic, then the first. */
  public Optional<Beside> best() {
    return beside.stream()
        .filter(b -> b.quantity().equals(quantity) && !b.kind().equals("bound"))
        .min(Comparator.comparing(b -> !b.isExact()));
  }

  /** The swept values with their columns, in one line; the number of the cell without a sweep. */
  String label(List<Axis> columns) {
    String values =
        IntStream.range(0, columns.size())
            .mapToObj(j -> columns.get(j).column() + " " + Numbers.brief(axes.get(j)))
            .collect(Collectors.joining(", "));
    return values.isEmpty() ? "cell " + cell : values;
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

  /** The cells of a study of which only the table {@code theory} is known. */
  static List<CellSummary> unmeasured(Study study, List<Table> tables) {
    Map<Long, List<Beside>> predictions = predictions(tables);
    Optional<Double> none = Optional.empty();
    return study.cells().stream()
        .map(
            cell ->
                new CellSummary(
                    cell.number(),
                    cell.axes(),
                    0,
                    0,
                    0,
                    0,
                    MEAN,
                    none,
                    none,
                    "",
                    "",
                    predictions.getOrDefault((long) cell.number(), List.of())))
        .toList();
  }

  /** The same with fewer swept values. */
  CellSummary withAxes(List<Object> some) {
    return new CellSummary(
        cell,
        some,
        trajectories,
        exited,
        censored,
        diverged,
        quantity,
        measured,
        stdError,
        estimator,
        failure,
        beside);
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
    List<Beside> beside = List.copyOf(predictions.getOrDefault(cell, List.of()));
    String quantity = quantity(rows, row, beside);
    return new CellSummary(
        cell,
        axes.stream().map(axis -> rows.value(row, axis.column()).orElse("")).toList(),
        rows.count(row, "trajectories"),
        rows.count(row, "exited"),
        rows.count(row, "censored"),
        rows.count(row, "diverged"),
        quantity,
        rows.number(row, quantity),
        rows.number(row, quantity.equals(MEAN) ? "std_error" : "restricted_std_error"),
        rows.text(row, "estimator"),
        rows.text(row, "failure"),
        beside);
  }

  private static String quantity(Rows rows, int row, List<Beside> beside) {
    boolean isRestricted =
        rows.number(row, MEAN).isEmpty()
            && rows.number(row, RESTRICTED).isPresent()
            && beside.stream().anyMatch(b -> b.quantity().equals(RESTRICTED));
    return isRestricted ? RESTRICTED : MEAN;
  }

  /** Whether the mean of the smaller of exit time and horizon is shown. */
  public boolean isUntilHorizon() {
    return measured.isPresent() && quantity.equals(RESTRICTED);
  }

  /** Whether the mean rests on the assumption that exit times are exponential. */
  public boolean isAssumedExponential() {
    return quantity.equals(MEAN) && measured.isPresent() && estimator.equals("exponential-mle");
  }
}
