package org.escapement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/** The table {@code critical_batch} as rows of text, the same on the screen and on the page. */
public final class CriticalBatchText {
  /** What must be known to read it. */
  public static final String NOTE =
      "Best: the measured batch size b with the fewest samples b T, > or < where it lies at the end of"
          + " those measured. Least: where b T is least on the line 1/T = C + slope/b. Recipe: the"
          + " estimate of C^2 by Sato and Iiduka from the best b; claimed: what they say it exceeds.";

  private static final int DIGITS = 5;

  private CriticalBatchText() {}

  /** Above {@link #rows}; a heading that begins with '&lt;' stands over words. */
  public static List<String> headings(List<Axis> axes) {
    List<String> headings = new ArrayList<>(List.of("<quantity"));
    axes.forEach(axis -> headings.add(axis.column()));
    headings.addAll(
        List.of(
            "points",
            "best b",
            "predicted",
            "least at b",
            "predicted",
            "claimed b above",
            "recipe C^2",
            "true C^2",
            "ratio",
            "measured C^2"));
    return headings;
  }

  /** One for every group of cells; none when the study has no such table. */
  public static List<List<String>> rows(List<Axis> axes, List<Table> tables) {
    Rows rows = Rows.of(tables, "critical_batch");
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      all.add(row(axes, rows, i));
    }
    return all;
  }

  private static List<String> row(List<Axis> axes, Rows rows, int i) {
    Function<String, String> number =
        column ->
            rows.number(i, column).map(value -> Numbers.significant(value, DIGITS)).orElse("");
    List<String> row = new ArrayList<>(List.of(rows.text(i, "quantity")));
    axes.forEach(axis -> row.add(Numbers.brief(rows.value(i, axis.column()).orElse(""))));
    row.add(rows.count(i, "points") + " of " + rows.count(i, "cells"));
    row.add(best(rows, i));
    row.add(rows.number(i, "predicted_best_batch").map(Numbers::brief).orElse(""));
    row.add(
        rows.number(i, "critical_batch")
            .map(b -> Numbers.measured(b, rows.number(i, "std_error").orElse(0.0)))
            .orElse(""));
    row.add(number.apply("predicted_critical_batch"));
    row.add(number.apply("claimed_least"));
    row.add(number.apply("recipe_variance"));
    row.add(number.apply("true_variance"));
    row.add(number.apply("ratio"));
    row.add(measured(number.apply("first_variance"), number.apply("last_variance")));
    return row;
  }

  private static String measured(String first, String last) {
    return first.equals(last) ? first : first + " to " + last;
  }

  private static String best(Rows rows, int i) {
    String beyond =
        switch (rows.text(i, "edge")) {
          case "smallest" -> "< ";
          case "largest" -> "> ";
          default -> "";
        };
    return rows.number(i, "best_batch").map(b -> beyond + Numbers.brief(b)).orElse("none reached");
  }
}
