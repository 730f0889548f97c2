package org.escapement.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.escapement.study.Axis;

/**
 * What the tables of the page have in common: rows that belong to cells, measured beside predicted.
 */
final class CellsHtml {
  /** A page with more rows than this is slow to read and to load. */
  static final int MOST_ROWS = 1000;

  private final Markup page;
  private final List<Axis> axes;

  CellsHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.axes = axes;
  }

  /**
   * Writes the first rows, and where the others are.
   *
   * @param others such as "cells; all are in exit_summary."
   */
  <T> void write(Runnable head, List<T> rows, Consumer<T> row, String others) {
    page.open("div", "class", "wide").open("table");
    page.open("thead").open("tr");
    number("th", "cell");
    axes.forEach(axis -> number("th", axis.column()));
    head.run();
    page.leaf("th", "verdict").leaf("th", "prediction").close().close();
    page.open("tbody");
    rows.stream().limit(MOST_ROWS).forEach(row);
    page.close().close().close();
    sayWhatIsLeft(page, rows.size(), others);
  }

  /** Below a table of the first rows: where the others are. */
  static void sayWhatIsLeft(Markup page, int rows, String others) {
    if (rows > MOST_ROWS) {
      page.leaf("p", "The first " + MOST_ROWS + " of " + rows + " " + others, "class", "faint");
    }
  }

  /** Headings of columns of numbers. */
  void headings(String... headings) {
    for (String heading : headings) {
      number("th", heading);
    }
  }

  /** Opens a row with the cell's number and its swept values. */
  void open(CellSummary cell) {
    page.open("tr");
    number("td", Long.toString(cell.cell()));
    cell.axes().forEach(value -> number("td", Numbers.brief(value)));
  }

  /** Ends a row with what is predicted, and how far the measured number is from it. */
  void close(Optional<Beside> best) {
    number("td", best.map(Wording::predicted).orElse(""));
    number("td", best.map(Wording::ratio).orElse(""));
    number("td", best.map(Wording::z).orElse(""));
    String verdict = best.map(Wording::verdict).orElse("");
    if (best.filter(Beside::isDisagreement).isPresent()) {
      page.leaf("td", verdict, "class", "alarm");
    } else {
      page.leaf("td", verdict);
    }
    page.leaf("td", best.map(Wording::name).orElse(""));
    page.close();
  }

  /** A cell of the table, set like a number. */
  void number(String tag, String text) {
    page.leaf(tag, text, "class", "number");
  }
}
