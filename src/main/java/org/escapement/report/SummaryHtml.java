package org.escapement.report;

import java.util.List;
import java.util.Optional;
import org.escapement.study.Axis;

/** The table of the page: one row a cell, measured beside predicted. */
final class SummaryHtml {
  /** A page with more rows than this is slow to read and to load. */
  static final int MOST_ROWS = 1000;

  private final Markup page;
  private final List<Axis> axes;

  SummaryHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.axes = axes;
  }

  void write(List<CellSummary> cells) {
    page.open("div", "class", "wide").open("table");
    head();
    page.open("tbody");
    cells.stream().limit(MOST_ROWS).forEach(this::row);
    page.close().close().close();
    if (cells.size() > MOST_ROWS) {
      page.leaf(
          "p",
          "The first " + MOST_ROWS + " of " + cells.size() + " cells; all are in exit_summary.",
          "class",
          "faint");
    }
  }

  private void head() {
    page.open("thead").open("tr");
    number("th", "cell");
    axes.forEach(axis -> number("th", axis.column()));
    for (String heading : List.of("trajectories", "exited", "censored", "diverged")) {
      number("th", heading);
    }
    for (String heading : List.of("mean exit time", "predicted", "ratio", "z")) {
      number("th", heading);
    }
    page.leaf("th", "verdict").leaf("th", "prediction").close().close();
  }

  private void row(CellSummary cell) {
    page.open("tr");
    number("td", Long.toString(cell.cell()));
    cell.axes().forEach(value -> number("td", Numbers.brief(value)));
    number("td", Numbers.count(cell.trajectories()));
    number("td", Numbers.count(cell.exited()));
    number("td", Numbers.count(cell.censored()));
    number("td", Numbers.count(cell.diverged()));
    number("td", Wording.measured(cell));
    Optional<Beside> best = cell.best();
    number("td", best.map(Wording::predicted).orElse(""));
    number("td", best.map(Wording::ratio).orElse(""));
    number("td", best.map(Wording::z).orElse(""));
    verdict(best);
    page.leaf("td", best.map(Wording::name).orElse(""));
    page.close();
  }

  private void verdict(Optional<Beside> best) {
    String verdict = best.map(Wording::verdict).orElse("");
    if (best.filter(Beside::isDisagreement).isPresent()) {
      page.leaf("td", verdict, "class", "alarm");
    } else {
      page.leaf("td", verdict);
    }
  }

  private void number(String tag, String text) {
    page.leaf(tag, text, "class", "number");
  }
}
