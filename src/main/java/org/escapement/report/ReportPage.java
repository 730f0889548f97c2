package org.escapement.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escapement.study.Study;
import org.escapement.study.Table;

/**
 * One HTML page that answers the question of a study: figure, table, what was not measured, and
 * where the numbers come from. It needs nothing beside itself.
 */
public final class ReportPage {
  /** Shares of sides are told by the table alone. */
  private static final String SIDE = "side.";

  /** Quantities that are drawn; all are in the table. */
  private static final int MOST_FIGURES = 4;

  private static final String MAP =
      "The same over two axes at once: one colour for each cell, one scale for all planes.";

  private final Study study;
  private final List<Table> tables;
  private final List<CellSummary> cells;
  private final List<Compared> compared;
  private final List<FitSummary> fits;
  private final Markup page = new Markup();

  private ReportPage(Study study, List<Table> tables) {
    this.study = study;
    this.tables = tables;
    this.cells = CellSummary.all(study.axes(), tables);
    this.compared = Compared.all(cells, tables);
    this.fits = FitSummary.all(study.axes(), tables);
  }

  /** The text of the page for the finished tables of a run. */
  public static String of(Study study, List<Table> tables) {
    return new ReportPage(study, tables).write();
  }

  private String write() {
    page.open("html", "lang", "en");
    PageHead.write(page, study.question());
    page.open("body").open("main");
    page.leaf("h1", study.question());
    page.leaf("p", study.name() + ", run " + study.run() + ". " + counts(), "class", "faint");
    agreement();
    if (!study.isWithoutExits()) {
      figure();
      page.leaf("h2", "Measured beside predicted");
      new SummaryHtml(page, study.axes()).write(cells);
    }
    others();
    histograms();
    quantiles();
    new FitsHtml(page, study.axes()).write(fits);
    new CriticalBatchHtml(page, study.axes()).write(tables);
    notMeasured();
    if (!study.isWithoutExits()) {
      survival();
    }
    new Provenance(page, study, tables).write();
    page.close().close().close();
    return "<!DOCTYPE html>\n" + page.finish();
  }

  private String counts() {
    long trajectories = cells.stream().mapToLong(CellSummary::trajectories).sum();
    return Numbers.count(cells.size())
        + (cells.size() == 1 ? " cell, " : " cells, ")
        + Numbers.count(trajectories)
        + " trajectories.";
  }

  private void agreement() {
    Agreement agreement = Agreement.of(cells, fits);
    String style = agreement.isWithoutDisagreement() ? "" : "alarm";
    page.leaf("p", agreement.sentence(), "class", style);
  }

  private void figure() {
    Figure figure = AxisFigure.ofExits(study.axes(), cells);
    Optional<HeatMap> map =
        HeatFigure.of(study, cells.stream().map(Shown::exit).toList(), "mean exit time");
    map.ifPresent(heat -> heat.write(page, MAP));
    if (map.isPresent() && !figure.isComplete()) {
      return;
    }
    if (figure.plot().isEmpty()) {
      if (compared.isEmpty()) {
        page.leaf("p", "No cell has an estimate of its mean exit time, so there is no figure.");
      }
      return;
    }
    figure.write(
        page,
        "Points: measured, with bars of 95 % confidence. Lines: predicted, dashed where asymptotic."
            + untilHorizon());
  }

  private String untilHorizon() {
    return cells.stream().anyMatch(CellSummary::isUntilHorizon)
        ? " Where too few left for a mean, the points are means until the horizon."
        : "";
  }

  private void others() {
    if (!compared.isEmpty()) {
      page.leaf("h2", "Moments, shares and bounds");
      Map<String, List<Compared>> byQuantity =
          compared.stream()
              .filter(one -> one.measured().isPresent() && !one.quantity().startsWith(SIDE))
              .collect(
                  Collectors.groupingBy(
                      Compared::quantity, LinkedHashMap::new, Collectors.toList()));
      byQuantity.entrySet().stream()
          .limit(MOST_FIGURES)
          .forEach(entry -> figure(entry.getKey(), entry.getValue()));
      new ComparedHtml(page, study.axes()).write(compared);
    }
  }

  /** A power law over steps is straight where both axes are logarithmic. */
  private Plot.Spacing spacing(String quantity) {
    boolean isPower =
        fits.stream()
            .filter(fit -> fit.isOverSteps() && fit.quantity().equals(quantity))
            .anyMatch(fit -> fit.law().equals("power"));
    return isPower ? Plot.Spacing.LOGARITHMIC : Plot.Spacing.AUTOMATIC;
  }

  /** Over steps where there are several, else over an axis of the sweep. */
  private void figure(String quantity, List<Compared> numbers) {
    boolean curves = numbers.stream().map(Compared::step).distinct().count() > 2;
    Figure figure =
        curves
            ? StepFigure.of(study.axes(), numbers, quantity, spacing(quantity))
            : AxisFigure.of(study.axes(), Compared.last(numbers), quantity);
    List<Shown> last = Compared.last(numbers).stream().map(Shown::of).toList();
    Optional<HeatMap> map = HeatFigure.of(study, last, quantity);
    map.ifPresent(heat -> heat.write(page, MAP));
    if (!figure.plot().isEmpty() && (map.isEmpty() || figure.isComplete())) {
      figure.write(page, quantity + ": measured as points, predicted as lines.");
    }
  }

  private void histograms() {
    List<HistogramFigure> all = HistogramFigure.all(cells, Rows.of(tables, "histograms"));
    if (!all.isEmpty()) {
      page.leaf("h2", "Histograms");
      all.stream().limit(MOST_FIGURES).forEach(one -> one.write(page, study.axes()));
      if (all.size() > MOST_FIGURES) {
        page.leaf("p", "More of them, and earlier steps, are in the tables histograms and theory.");
      }
    }
  }

  private void quantiles() {
    List<QuantileFigure> all = QuantileFigure.all(cells, Rows.of(tables, "quantiles"));
    if (!all.isEmpty()) {
      page.leaf("h2", "Quantiles");
      all.stream().limit(MOST_FIGURES).forEach(one -> one.write(page, study.axes()));
      if (all.size() > MOST_FIGURES) {
        page.leaf("p", "More of them are in the table quantiles.");
      }
    }
  }

  private void notMeasured() {
    page.leaf("h2", "Censored, diverged, failed");
    long censored = cells.stream().mapToLong(CellSummary::censored).sum();
    long diverged = cells.stream().mapToLong(CellSummary::diverged).sum();
    long silent = cells.stream().filter(cell -> cell.measured().isEmpty()).count();
    String sentence =
        "%s trajectories reached the horizon, %s diverged"
            .formatted(Numbers.count(censored), Numbers.count(diverged));
    String means =
        ", %s of %s cells have no estimate of the mean."
            .formatted(Numbers.count(silent), Numbers.count(cells.size()));
    page.leaf("p", sentence + (study.isWithoutExits() ? "." : means));
    if (!Wording.caution(cells, tables).isEmpty()) {
      page.leaf("p", Wording.caution(cells, tables));
    }
    failures();
  }

  private void failures() {
    for (CellSummary cell : cells) {
      if (!cell.failure().isEmpty()) {
        page.leaf("p", "Cell " + cell.cell() + " failed: " + cell.failure(), "class", "alarm");
      }
    }
  }

  private void survival() {
    Figure figure = SurvivalFigure.of(study.axes(), cells, Rows.of(tables, "survival"));
    if (!figure.plot().isEmpty()) {
      page.leaf("h2", "Survival");
      figure.write(
          page,
          "Share of trajectories that have not left, over time in units of each cell's mean."
              + " An exponential law is a straight line.");
    }
  }
}
