package org.escapement.report;

import java.util.List;
import org.escapement.study.Axis;

/** The slopes of fitted laws on the page, each beside those of the predictions. */
final class FitsHtml {
  private final Markup page;
  private final List<Axis> axes;

  FitsHtml(Markup page, List<Axis> axes) {
    this.page = page;
    this.axes = axes;
  }

  /** Nothing when the study fits no laws. */
  void write(List<FitSummary> fits) {
    if (fits.isEmpty()) {
      return;
    }
    page.leaf("h2", "Fitted laws");
    page.leaf(
        "p",
        "Exponential: ln|q| against 1/axis. Power: ln|q| against ln(axis). Logarithmic: q axis"
            + " against ln(1/axis). Growth: ln|q| against axis. Critical batch: 1/q against 1/axis."
            + " A predicted slope is that of the"
            + " same line through the prediction's numbers; a limit is what the slope tends to."
            + stepsNote(fits));
    page.open("div", "class", "wide").open("table").open("thead").open("tr");
    FitText.headings(axes).forEach(heading -> cell("th", heading.replace("<", "")));
    page.close().close().open("tbody");
    fits.stream().limit(CellsHtml.MOST_ROWS).forEach(this::row);
    page.close().close().close();
    CellsHtml.sayWhatIsLeft(page, fits.size(), "slopes; all are in fits.");
  }

  private static String stepsNote(List<FitSummary> fits) {
    return fits.stream().anyMatch(FitSummary::isOverSteps) ? " " + FitText.STEPS : "";
  }

  private void row(FitSummary fit) {
    page.open("tr");
    for (String text : FitText.row(fit)) {
      if (fit.isDisagreement() && text.equals(fit.verdict())) {
        page.leaf("td", text, "class", "alarm");
      } else {
        cell("td", text);
      }
    }
    page.close();
  }

  private void cell(String tag, String text) {
    page.leaf(tag, text, "class", "number");
  }
}
