package org.escapement.report;

import java.util.List;
import org.escapement.study.Axis;

/** The table of the page for what is no mean exit time: one row a cell, a quantity and a step. */
final class ComparedHtml {
  private final Markup page;
  private final CellsHtml table;

  ComparedHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.table = new CellsHtml(page, axes);
  }

  void write(List<Compared> rows) {
    table.write(this::head, rows, this::row, "rows; all are in moments and theory.");
  }

  private void head() {
    page.leaf("th", "quantity");
    table.headings("step", "measured", "predicted", "ratio", "z");
  }

  private void row(Compared row) {
    table.open(row.cell());
    page.leaf("td", row.quantity());
    table.number("td", row.step().map(Numbers::count).orElse(""));
    table.number("td", Wording.measured(row));
    table.close(row.best());
  }
}
