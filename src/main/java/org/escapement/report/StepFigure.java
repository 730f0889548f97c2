package org.escapement.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.escapement.study.Axis;

/**
 * One quantity over the steps at which it was measured: points with bars of 95 % confidence, and
 * lines predicted; one colour for each cell.
 */
final class StepFigure {
  private StepFigure() {}

  /**
   * The figure of the first cells; all numbers are of one quantity.
   *
   * @param spacing of both axes
   */
  static Figure of(List<Axis> axes, List<Compared> numbers, String quantity, Plot.Spacing spacing) {
    Map<CellSummary, List<Compared>> byCell =
        numbers.stream()
            .filter(one -> one.step().isPresent())
            .collect(
                Collectors.groupingBy(Compared::cell, LinkedHashMap::new, Collectors.toList()));
    List<Plot.Series> series = new ArrayList<>();
    byCell.forEach(
        (cell, ofCell) ->
            series.add(new Plot.Series(cell.label(axes), marks(ofCell), curves(ofCell))));
    return new Figure(
        new Plot(
            quantity + " over steps",
            new Plot.Across("steps", spacing, List.of()),
            quantity,
            spacing,
            series.stream().limit(Plot.COLOURS).toList()),
        series.size());
  }

  private static List<Plot.Mark> marks(List<Compared> numbers) {
    return numbers.stream()
        .filter(one -> one.measured().filter(Double::isFinite).isPresent())
        .map(
            one ->
                new Plot.Mark(
                    one.step().orElseThrow(),
                    one.measured().orElseThrow(),
                    AxisFigure.BAR * one.stdError().orElse(0.0)))
        .toList();
  }

  private static List<Plot.Curve> curves(List<Compared> numbers) {
    Set<String> names = new LinkedHashSet<>();
    numbers.forEach(one -> one.best().ifPresent(best -> names.add(best.prediction())));
    List<Plot.Curve> curves = new ArrayList<>();
    for (String name : names) {
      List<Beside> points = points(numbers, name);
      boolean exact = points.get(0).isExact();
      List<Plot.Mark> line =
          points.stream()
              .filter(b -> Double.isFinite(b.predicted()))
              .map(b -> new Plot.Mark(b.step().orElseThrow(), b.predicted(), 0))
              .toList();
      curves.add(new Plot.Curve(exact ? Plot.Stroke.SOLID : Plot.Stroke.DASHED, line));
    }
    return curves;
  }

  private static List<Beside> points(List<Compared> numbers, String prediction) {
    return numbers.stream()
        .flatMap(one -> one.best().stream())
        .filter(best -> best.prediction().equals(prediction))
        .toList();
  }
}
