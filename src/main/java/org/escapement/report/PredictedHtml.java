package org.escapement.report;

import java.util.List;

/** The table of what theory says of one quantity, and where it is least. */
final class PredictedHtml {
  private final Markup page;

  PredictedHtml(Markup page) {
    this.page = page;
  }

  void write(PredictedQuantity one) {
    List<PredictedQuantity.Least> least = one.least();
    if (!least.isEmpty()) {
      page.leaf("p", "Where it is least:");
      open(PredictedText.leastHeadings(one));
      least.forEach(there -> row(PredictedText.least(one, there)));
      page.close().close().close();
    }
    page.open("details").leaf("summary", Numbers.count(one.rows().size()) + " rows");
    open(PredictedText.headings(one));
    one.rows().stream().limit(CellsHtml.MOST_ROWS).forEach(row -> row(PredictedText.row(one, row)));
    page.close().close().close();
    if (one.rows().size() > CellsHtml.MOST_ROWS) {
      String first = "The first " + Numbers.count(CellsHtml.MOST_ROWS);
      page.leaf("p", first + "; all are in the table predictions.", "class", "faint");
    }
    page.close();
  }

  private void open(List<String> headings) {
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    headings.forEach(h -> page.leaf("th", h.replace("<", ""), "class", "number"));
    page.close().close().open("tbody");
  }

  private void row(List<String> texts) {
    page.open("tr");
    texts.forEach(text -> page.leaf("td", text, "class", "number"));
    page.close();
  }
}
