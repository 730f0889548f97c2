package org.escapement.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.report.Numbers;
import org.escapement.report.Rows;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/** How many times fewer steps each cell takes than the one it is compared to, on the screen. */
final class RatiosText {
  private static final String SHOWN = "mean_step";

  private RatiosText() {}

  /** The first cells, each with its first prediction; empty when nothing is compared. */
  static String of(List<Axis> axes, List<Table> tables) {
    if (tables.stream().noneMatch(table -> table.name().equals("ratios"))) {
      return "";
    }
    TextTable text =
        new TextTable(
            TextTable.join(
                List.of("cell"),
                axes.stream().map(Axis::column).toList(),
                List.of("than cell", "times fewer steps", "predicted", "ratio", "<prediction")));
    Rows rows = Rows.of(tables, "ratios");
    Set<Long> seen = new HashSet<>();
    for (int row = 0; row < rows.size() && seen.size() < SummaryText.MOST_ROWS; row++) {
      if (rows.text(row, "quantity").equals(SHOWN) && seen.add(rows.count(row, "cell"))) {
        text.row(cells(axes, rows, row));
      }
    }
    return text + "\n";
  }

  private static List<String> cells(List<Axis> axes, Rows rows, int row) {
    double measured = rows.number(row, "measured").orElse(0.0);
    double error = rows.number(row, "std_error").orElse(0.0);
    return TextTable.join(
        List.of(Long.toString(rows.count(row, "cell"))),
        axes.stream()
            .map(axis -> Numbers.brief(rows.value(row, axis.column()).orElse("")))
            .toList(),
        List.of(
            Long.toString(rows.count(row, "reference")),
            Numbers.measured(measured, error),
            rows.number(row, "predicted").map(RatiosText::shown).orElse(""),
            rows.number(row, "ratio").map(RatiosText::shown).orElse(""),
            rows.value(row, "prediction").map(Object::toString).orElse("")));
  }

  private static String shown(double ratio) {
    return Numbers.significant(ratio, 4);
  }
}
