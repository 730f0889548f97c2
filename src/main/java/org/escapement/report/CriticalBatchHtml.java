package org.escapement.report;

import java.util.List;
import org.escapement.study.Axis;
import org.escapement.study.Table;

/** The best batch sizes on the page, and what they are said to tell of the noise. */
final class CriticalBatchHtml {
  private final Markup page;
  private final List<Axis> axes;

  CriticalBatchHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.axes = axes;
  }

  /** Nothing when the study asks for none. */
  void write(List<Table> tables) {
    List<List<String>> rows = CriticalBatchText.rows(axes, tables);
    if (rows.isEmpty()) {
      return;
    }
    page.leaf("h2", "Critical batch sizes");
    page.leaf("p", CriticalBatchText.NOTE);
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    CriticalBatchText.headings(axes).forEach(heading -> cell("th", heading.replace("<", "")));
    page.close().close().open("tbody");
    rows.stream().limit(CellsHtml.MOST_ROWS).forEach(this::row);
    page.close().close().close();
    CellsHtml.sayWhatIsLeft(page, rows.size(), "rows; all are in critical_batch.");
  }

  private void row(List<String> texts) {
    page.open("tr");
    texts.forEach(text -> cell("td", text));
    page.close();
  }

  private void cell(String tag, String text) {
    page.leaf(tag, text, "class", "number");
  }
}
