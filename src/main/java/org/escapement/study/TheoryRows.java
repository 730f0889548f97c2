package org.escapement.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The table {@code theory} by cell and prediction. */
final class TheoryRows {
  private final Set<String> predictions = new LinkedHashSet<>();
  private final Map<Long, List<Row>> byCell = new HashMap<>();

  /**
   * What matters of a row for a fit.
   *
   * @param step of the quantity; null when it belongs to none
   * @param verdict of the table; empty where there is none
   */
  record Row(
      String prediction,
      String quantity,
      Long step,
      double predicted,
      String kind,
      String verdict) {

    /** Whether the cell's number was compared with the prediction at the run's rate. */
    boolean isCompared() {
      return verdict.equals("agrees") || verdict.equals("disagrees");
    }
  }

  TheoryRows(Table theory) {
    List<String> columns = theory.columns().stream().map(Column::name).toList();
    for (Object[] values : theory.rows()) {
      Object verdict = values[columns.indexOf("verdict")];
      Row row =
          new Row(
              (String) values[columns.indexOf("prediction")],
              (String) values[columns.indexOf("quantity")],
              (Long) values[columns.indexOf("step")],
              (Double) values[columns.indexOf("predicted")],
              (String) values[columns.indexOf("kind")],
              verdict == null ? "" : (String) verdict);
      predictions.add(row.prediction());
      byCell
          .computeIfAbsent((Long) values[columns.indexOf("cell")], cell -> new ArrayList<>())
          .add(row);
    }
  }

  /** All that say something of any cell, in the order of the table. */
  Set<String> predictions() {
    return predictions;
  }

  Optional<Row> row(long cell, String prediction, String quantity, Long step) {
    return byCell.getOrDefault(cell, List.of()).stream()
        .filter(row -> row.prediction().equals(prediction))
        .filter(row -> row.quantity().equals(quantity) && Objects.equals(row.step(), step))
        .findFirst();
  }
}
