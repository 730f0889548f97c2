package org.escapement.report;

import java.util.List;
import java.util.Optional;
import org.escapement.study.Axis;

/** The table of the page for what is no mean exit time: one row a cell, a quantity and a step. */
final class ComparedHtml {
  /** A page with more rows than this is slow to read and to load. */
  static final int MOST_ROWS = 1000;

  private final Markup page;
  private final List<Axis> axes;

  ComparedHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.axes = axes;
  }

  void write(List<Compared> rows) {
    page.open("div", "class", "wide").open("table");
    head();
    page.open("tbody");
    rows.stream().limit(MOST_ROWS).forEach(this::row);
    page.close().close().close();
    if (rows.size() > MOST_ROWS) {
      page.leaf(
          "p",
          "The first " + MOST_ROWS + " of " + rows.size() + " rows; all are in moments and theory.",
          "class",
          "faint");
    }
  }

  private void head() {
    page.open("thead").open("tr");
    number("th", "cell");
    axes.forEach(axis -> number("th", axis.column()));
    page.leaf("th", "quantity");
    for (String heading : List.of("step", "measured", "predicted", "ratio", "z")) {
      number("th", heading);
    }
    page.leaf("th", "verdict").leaf("th", "prediction").close().close();
  }

  private void row(Compared row) {
    Optional<Beside> best = row.best();
    page.open("tr");
    number("td", Long.toString(row.cell().cell()));
    row.cell().axes().forEach(value -> number("td", Numbers.brief(value)));
    page.leaf("td", row.quantity());
    number("td", row.step().map(Numbers::count).orElse(""));
    number("td", Wording.measured(row));
    number("td", best.map(Wording::predicted).orElse(""));
    number("td", best.map(Wording::ratio).orElse(""));
    number("td", best.map(Wording::z).orElse(""));
    boolean alarm = best.filter(Beside::isDisagreement).isPresent();
    page.leaf("td", best.map(Wording::verdict).orElse(""), "class", alarm ? "alarm" : "");
    page.leaf("td", best.map(Wording::name).orElse(""));
    page.close();
  }

  private void number(String tag, String text) {
    page.leaf(tag, text, "class", "number");
  }
}
