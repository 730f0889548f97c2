package org.escapement.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.study.Axis;

/**
 * How one coordinate of a cell is spread at the last step at which that was counted: bars with
 * lines of 95 % confidence, and a line for each prediction, dashed where it is asymptotic.
 */
final class HistogramFigure {
  /** How the names of the shares begin. */
  static final String PREFIX = "histogram.";

  private final CellSummary cell;
  private final long coordinate;
  private long step;
  private final List<Bin> bins = new ArrayList<>();

  /**
   * A bin with two ends.
   *
   * @param quantity the name of its share
   */
  private record Bin(String quantity, double low, double high, double share, double stdError) {
    double middle() {
      return (low + high) / 2;
    }

    double density(double ofShare) {
      return ofShare / (high - low);
    }
  }

  private HistogramFigure(CellSummary cell, long coordinate) {
    this.cell = cell;
    this.coordinate = coordinate;
  }

  /** One for each cell and coordinate, in the order of the table {@code histograms}. */
  static List<HistogramFigure> all(List<CellSummary> cells, Rows rows) {
    Map<Long, CellSummary> byNumber = new LinkedHashMap<>();
    cells.forEach(cell -> byNumber.put(cell.cell(), cell));
    Map<List<Long>, HistogramFigure> figures = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      long cell = rows.count(row, "cell");
      long coordinate = rows.count(row, "coordinate");
      figures
          .computeIfAbsent(
              List.of(cell, coordinate), k -> new HistogramFigure(byNumber.get(cell), coordinate))
          .add(rows, row);
    }
    return List.copyOf(figures.values());
  }

  /** Rows of a later step replace those before. */
  private void add(Rows rows, int row) {
    if (rows.count(row, "step") != step) {
      step = rows.count(row, "step");
      bins.clear();
    }
    Optional<Double> low = rows.number(row, "low");
    Optional<Double> high = rows.number(row, "high");
    Optional<Double> share = rows.number(row, "share");
    if (low.isPresent() && high.isPresent() && share.isPresent()) {
      bins.add(
          new Bin(
              rows.text(row, "quantity"),
              low.get(),
              high.get(),
              share.get(),
              rows.number(row, "std_error").orElse(0.0)));
    }
  }

  void write(Markup page, List<Axis> axes) {
    List<Plot.Series> series = new ArrayList<>();
    series.add(new Plot.Series("measured", List.of(), bars(), List.of()));
    for (String prediction : predictions()) {
      if (series.size() < Plot.COLOURS) {
        series.add(new Plot.Series(prediction, List.of(), List.of(curve(prediction))));
      }
    }
    String what = "coordinate " + coordinate + " at step " + Numbers.count(step);
    Plot plot =
        new Plot("histogram of " + what, Plot.Across.linear("x" + coordinate), "density", series);
    if (!plot.isEmpty()) {
      String where = cell.label(axes);
      new Figure(plot, series.size())
          .write(
              page,
              where
                  + ": "
                  + what
                  + ". Bars: measured, with 95 % confidence. Lines: predicted shares of the bins over"
                  + " their width, dashed where asymptotic.");
    }
  }

  private List<Plot.Bar> bars() {
    return bins.stream()
        .map(
            bin ->
                new Plot.Bar(
                    bin.low(),
                    bin.high(),
                    bin.density(bin.share()),
                    AxisFigure.BAR * bin.density(bin.stdError())))
        .toList();
  }

  private Set<String> predictions() {
    Set<String> names = new LinkedHashSet<>();
    cell.beside().stream().filter(this::isOfThis).forEach(b -> names.add(b.prediction()));
    return names;
  }

  private boolean isOfThis(Beside beside) {
    return beside.quantity().startsWith(PREFIX + coordinate + ".")
        && beside.step().equals(Optional.of(step))
        && !beside.kind().equals("bound");
  }

  private Plot.Curve curve(String prediction) {
    Map<String, Beside> shares = new LinkedHashMap<>();
    cell.beside().stream()
        .filter(b -> isOfThis(b) && b.prediction().equals(prediction))
        .forEach(b -> shares.put(b.quantity(), b));
    boolean exact = shares.values().stream().allMatch(Beside::isExact);
    List<Plot.Mark> points =
        bins.stream()
            .filter(bin -> shares.containsKey(bin.quantity()))
            .map(
                bin ->
                    new Plot.Mark(
                        bin.middle(), bin.density(shares.get(bin.quantity()).predicted()), 0))
            .toList();
    return new Plot.Curve(exact ? Plot.Stroke.SOLID : Plot.Stroke.DASHED, points);
  }
}
