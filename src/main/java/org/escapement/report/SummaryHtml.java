package org.escapement.report;

import java.util.List;
import org.escapement.study.Axis;

/** The table of the page: one row a cell, measured beside predicted. */
final class SummaryHtml {
  private final CellsHtml table;

  SummaryHtml(Markup page, List<Axis> axes) {
    this.table = new CellsHtml(page, axes);
  }

  void write(List<CellSummary> cells) {
    table.write(this::head, cells, this::row, "cells; all are in exit_summary.");
  }

  private void head() {
    table.headings("trajectories", "exited", "censored", "diverged");
    table.headings("mean exit time", "predicted", "ratio", "z");
  }

  private void row(CellSummary cell) {
    table.open(cell);
    table.number("td", Numbers.count(cell.trajectories()));
    table.number("td", Numbers.count(cell.exited()));
    table.number("td", Numbers.count(cell.censored()));
    table.number("td", Numbers.count(cell.diverged()));
    table.number("td", Wording.measured(cell));
    table.close(cell.best());
  }
}
