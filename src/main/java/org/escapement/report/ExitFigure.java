package org.escapement.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.escapement.study.Axis;

/**
 * Mean exit times over the axis with most values, measured as points and predicted as lines; one
 * colour for each value of the other axes.
 */
final class ExitFigure {
  /** A bar of so many standard errors to either side holds 95 % of a normal law. */
  private static final double BAR = 1.96;

  private final List<Axis> axes;
  private final List<CellSummary> cells;
  private final int main;
  private final List<String> categories;

  private ExitFigure(List<Axis> axes, List<CellSummary> cells) {
    this.axes = axes;
    this.cells = cells;
    this.main = longest();
    this.categories = isNumber() ? List.of() : cells.stream().map(this::name).distinct().toList();
  }

  /** The figure; empty when no cell has an estimate or a prediction. */
  static Figure of(List<Axis> axes, List<CellSummary> cells) {
    return new ExitFigure(axes, cells).figure();
  }

  private Figure figure() {
    List<Plot.Series> series = new ArrayList<>();
    bySeries()
        .forEach(
            (label, members) ->
                series.add(new Plot.Series(label, marks(members), curves(members))));
    String label = main < 0 ? "cell" : axes.get(main).path();
    Plot.Across across =
        isNumber() ? Plot.Across.numbers(label) : Plot.Across.names(label, categories);
    return new Figure(
        new Plot(
            "mean exit time over " + label,
            across,
            "mean exit time, model time",
            series.stream().limit(Plot.COLOURS).toList()),
        series.size());
  }

  private int longest() {
    return IntStream.range(0, axes.size())
        .boxed()
        .max(Comparator.comparingLong(this::distinct).thenComparing(j -> -j))
        .orElse(-1);
  }

  private long distinct(int axis) {
    return cells.stream().map(cell -> cell.axes().get(axis)).distinct().count();
  }

  private boolean isNumber() {
    return main >= 0 && axes.get(main).type() != org.escapement.study.Column.Type.TEXT;
  }

  private Map<String, List<CellSummary>> bySeries() {
    return cells.stream()
        .collect(Collectors.groupingBy(this::label, LinkedHashMap::new, Collectors.toList()));
  }

  private String label(CellSummary cell) {
    return IntStream.range(0, axes.size())
        .filter(j -> j != main)
        .mapToObj(j -> axes.get(j).column() + " " + Numbers.brief(cell.axes().get(j)))
        .collect(Collectors.joining(", "));
  }

  private String name(CellSummary cell) {
    return main < 0 ? "cell " + cell.cell() : String.valueOf(cell.axes().get(main));
  }

  private double x(CellSummary cell) {
    return isNumber()
        ? ((Number) cell.axes().get(main)).doubleValue()
        : categories.indexOf(name(cell));
  }

  private List<Plot.Mark> marks(List<CellSummary> members) {
    List<Plot.Mark> marks = new ArrayList<>();
    for (CellSummary cell : members) {
      double error = BAR * cell.stdError().orElse(0.0);
      cell.measured()
          .filter(Double::isFinite)
          .ifPresent(y -> marks.add(new Plot.Mark(x(cell), y, error)));
    }
    return marks;
  }

  /**
   * One line for each exact prediction, drawn through, and one, dashed, for the first asymptotic
   * one.
   */
  private List<Plot.Curve> curves(List<CellSummary> members) {
    List<Plot.Curve> curves = new ArrayList<>();
    names(members, "exact").forEach(n -> curves.add(curve(members, n, Plot.Stroke.SOLID)));
    names(members, "asymptotic").stream()
        .limit(1)
        .forEach(n -> curves.add(curve(members, n, Plot.Stroke.DASHED)));
    return curves;
  }

  private static Set<String> names(List<CellSummary> members, String kind) {
    return members.stream()
        .flatMap(cell -> cell.beside().stream().filter(b -> b.quantity().equals(cell.quantity())))
        .filter(b -> b.kind().equals(kind))
        .map(Beside::prediction)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Plot.Curve curve(List<CellSummary> members, String prediction, Plot.Stroke stroke) {
    List<Plot.Mark> points = new ArrayList<>();
    for (CellSummary cell : members) {
      cell.beside().stream()
          .filter(b -> b.prediction().equals(prediction) && b.quantity().equals(cell.quantity()))
          .filter(b -> Double.isFinite(b.predicted()))
          .forEach(b -> points.add(new Plot.Mark(x(cell), b.predicted(), 0)));
    }
    points.sort(Comparator.comparingDouble(Plot.Mark::x));
    return new Plot.Curve(stroke, points);
  }
}
