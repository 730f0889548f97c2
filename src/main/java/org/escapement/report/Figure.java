package org.escapement.report;

/**
 * A plot and what it leaves out.
 *
 * @param plot of the first series, as many as there are colours
 * @param series how many there are
 */
record Figure(Plot plot, int series) {

  /** Writes the plot with its caption, which also says what is left out. */
  void write(Markup page, String caption) {
    page.open("figure");
    plot.write(page);
    page.leaf("figcaption", caption + left());
    page.close();
  }

  /** Whether nothing is left out. */
  boolean isComplete() {
    return plot.series().size() == series;
  }

  private String left() {
    int shown = plot.series().size();
    return isComplete()
        ? ""
        : " Only the first %d of %s series are drawn; all are in the tables."
            .formatted(shown, Numbers.count(series));
  }
}
