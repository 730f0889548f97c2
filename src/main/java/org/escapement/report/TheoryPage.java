package org.escapement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.escapement.study.Study;
import org.escapement.study.Table;

/** One HTML page of what theory says of a study, nothing being simulated: figures and numbers. */
public final class TheoryPage {
  /** Quantities that are drawn; all are in the table. */
  private static final int MOST_FIGURES = 6;

  /** Its figure would be that of the mean time. */
  private static final String IN_STEPS = "mean_step";

  private final Study study;
  private final List<CellSummary> cells;
  private final List<Table> tables;
  private final Table predictions;
  private final Markup page = new Markup();

  private TheoryPage(Study study, Table predictions) {
    this.study = study;
    this.predictions = predictions;
    // Its columns are those of the table theory, but for what is measured.
    this.tables = List.of(new Table("theory", predictions.columns(), predictions.rows()));
    this.cells = CellSummary.unmeasured(study, tables);
  }

  /** The text of the page for the table {@code predictions}. */
  public static String of(Study study, Table predictions) {
    return new TheoryPage(study, predictions).write();
  }

  private String write() {
    page.open("html", "lang", "en");
    PageHead.write(page, study.question());
    page.open("body").open("main");
    page.leaf("h1", study.question());
    page.leaf("p", study.name() + ": what theory says, nothing simulated.", "class", "faint");
    quantities();
    new Provenance(page, study, tables).write();
    page.close().close().close();
    return "<!DOCTYPE html>\n" + page.finish();
  }

  private void quantities() {
    List<PredictedQuantity> all = PredictedQuantity.all(study.axes(), predictions);
    if (all.isEmpty()) {
      page.leaf("p", "No prediction applies to this job.");
    }
    for (int number = 0; number < all.size(); number++) {
      page.leaf("h2", PredictedText.title(all.get(number)));
      if (number < MOST_FIGURES && !all.get(number).quantity().equals(IN_STEPS)) {
        figures(all.get(number));
      }
      new PredictedHtml(page).write(all.get(number));
    }
  }

  /** Over steps where there are several, and over the axes that it depends on at the last one. */
  private void figures(PredictedQuantity one) {
    String quantity = one.quantity();
    List<CellSummary> apart = apart(one);
    List<Compared> numbers = apart.stream().flatMap(c -> of(c, quantity).stream()).toList();
    List<Compared> last = Compared.last(numbers);
    List<Shown> shown = shown(apart, last, quantity);
    Optional<HeatMap> map =
        one.idle().isEmpty() ? HeatFigure.of(study, shown, quantity) : Optional.empty();
    map.ifPresent(heat -> heat.write(page, at(shown) + "One colour for each cell."));
    Figure overAxis = AxisFigure.of(one.axes(), last, quantity);
    if (last.size() > 1 && (map.isEmpty() || overAxis.isComplete())) {
      write(overAxis, at(shown));
    }
    if (numbers.stream().map(Compared::step).distinct().count() > 2) {
      Plot.Spacing spacing = Plot.Spacing.AUTOMATIC;
      write(StepFigure.of(one.axes(), numbers, quantity, spacing), "");
    }
  }

  /** A number for every cell, also where theory has none: it may say why, as beyond stability. */
  private static List<Shown> shown(List<CellSummary> all, List<Compared> said, String quantity) {
    Map<Long, Shown> byCell = new LinkedHashMap<>();
    for (CellSummary cell : all) {
      Optional<Double> none = Optional.empty();
      byCell.put(cell.cell(), new Shown(cell, quantity, Optional.empty(), none, none));
    }
    said.forEach(one -> byCell.put(one.cell().cell(), Shown.of(one)));
    return List.copyOf(byCell.values());
  }

  /** One cell of those that differ only in what a quantity does not depend on. */
  private List<CellSummary> apart(PredictedQuantity one) {
    Map<List<Object>, CellSummary> apart = new LinkedHashMap<>();
    for (CellSummary cell : cells) {
      List<Object> kept =
          IntStream.range(0, study.axes().size())
              .filter(axis -> one.axes().contains(study.axes().get(axis)))
              .mapToObj(cell.axes()::get)
              .toList();
      apart.putIfAbsent(kept, cell.withAxes(kept));
    }
    return List.copyOf(apart.values());
  }

  private void write(Figure figure, String prefix) {
    if (!figure.plot().isEmpty()) {
      figure.write(page, prefix + "Lines: predicted, dashed where asymptotic.");
    }
  }

  private static String at(List<Shown> numbers) {
    return numbers.stream()
        .flatMap(number -> number.step().stream())
        .max(Comparator.naturalOrder())
        .map(step -> "At step " + Numbers.count(step) + ". ")
        .orElse("");
  }

  private static List<Compared> of(CellSummary cell, String quantity) {
    List<Compared> numbers = new ArrayList<>();
    Set<Optional<Long>> steps = new LinkedHashSet<>();
    List<Beside> beside =
        cell.beside().stream().filter(b -> b.quantity().equals(quantity)).toList();
    beside.forEach(b -> steps.add(b.step()));
    for (Optional<Long> step : steps) {
      Optional<Beside> best =
          beside.stream()
              .filter(b -> b.step().equals(step))
              .min(Comparator.comparing(b -> !b.isExact()));
      numbers.add(new Compared(cell, quantity, step, Optional.empty(), Optional.empty(), best));
    }
    return numbers;
  }
}
