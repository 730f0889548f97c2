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
 * One number of each cell over the axis with most values, measured as points and predicted as
 * lines; one colour for each value of the other axes.
 */
final class AxisFigure {
  /** A bar of so many standard errors to either side holds 95 % of a normal law. */
  static final double BAR = 1.96;

  private final List<Axis> axes;
  private final List<Shown> cells;
  private final String up;
  private final int main;
  private final List<String> categories;

  private AxisFigure(List<Axis> axes, List<Shown> cells, String up) {
    this.axes = axes;
    this.cells = cells;
    this.up = up;
    this.main = longest();
    this.categories = isNumber() ? List.of() : cells.stream().map(this::name).distinct().toList();
  }

  /** Of mean exit times; empty when no cell has an estimate or a prediction. */
  static Figure ofExits(List<Axis> axes, List<CellSummary> cells) {
    List<Shown> shown = cells.stream().map(Shown::exit).toList();
    return new AxisFigure(axes, shown, "mean exit time, model time").figure();
  }

  /** Of another quantity, one number for each cell. */
  static Figure of(List<Axis> axes, List<Compared> numbers, String quantity) {
    return new AxisFigure(axes, numbers.stream().map(Shown::of).toList(), quantity).figure();
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
        new Plot(up + " over " + label, across, up, series.stream().limit(Plot.COLOURS).toList()),
        series.size());
  }

  private int longest() {
    return IntStream.range(0, axes.size())
        .boxed()
        .max(Comparator.comparingLong(this::distinct).thenComparing(j -> -j))
        .orElse(-1);
  }

  private long distinct(int axis) {
    return cells.stream().map(cell -> cell.cell().axes().get(axis)).distinct().count();
  }

  private boolean isNumber() {
    return main >= 0 && axes.get(main).type() != org.escapement.study.Column.Type.TEXT;
  }

  private Map<String, List<Shown>> bySeries() {
    return cells.stream()
        .collect(
            Collectors.groupingBy(
                cell -> cell.labelWithout(List.of(main), axes),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private String name(Shown cell) {
    return main < 0 ? "cell " + cell.cell().cell() : String.valueOf(cell.cell().axes().get(main));
  }

  private double x(Shown cell) {
    return isNumber()
        ? ((Number) cell.cell().axes().get(main)).doubleValue()
        : categories.indexOf(name(cell));
  }

  private List<Plot.Mark> marks(List<Shown> members) {
    List<Plot.Mark> marks = new ArrayList<>();
    for (Shown cell : members) {
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
  private List<Plot.Curve> curves(List<Shown> members) {
    List<Plot.Curve> curves = new ArrayList<>();
    names(members, "exact").forEach(n -> curves.add(curve(members, n, Plot.Stroke.SOLID)));
    names(members, "asymptotic").stream()
        .limit(1)
        .forEach(n -> curves.add(curve(members, n, Plot.Stroke.DASHED)));
    return curves;
  }

  private static Set<String> names(List<Shown> members, String kind) {
    return members.stream()
        .flatMap(Shown::beside)
        .filter(b -> b.kind().equals(kind))
        .map(Beside::prediction)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Plot.Curve curve(List<Shown> members, String prediction, Plot.Stroke stroke) {
    List<Plot.Mark> points = new ArrayList<>();
    for (Shown cell : members) {
      cell.beside()
          .filter(b -> b.prediction().equals(prediction))
          .filter(b -> Double.isFinite(b.predicted()))
          .forEach(b -> points.add(new Plot.Mark(x(cell), b.predicted(), 0)));
    }
    points.sort(Comparator.comparingDouble(Plot.Mark::x));
    return new Plot.Curve(stroke, points);
  }
}
