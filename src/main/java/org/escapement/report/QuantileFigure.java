package org.escapement.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.escapement.study.Axis;

/**
 * Quantiles of one quantity over steps, a colour for each cell: a line for the middle one, and a
 * band between the outermost.
 */
final class QuantileFigure {
  private final String quantity;
  private final Map<CellSummary, Cell> cells = new LinkedHashMap<>();

  /** A curve for each level, which rises. */
  private static final class Cell {
    private final TreeMap<Double, List<Plot.Mark>> curves = new TreeMap<>();

    void add(double level, long step, double value) {
      curves.computeIfAbsent(level, k -> new ArrayList<>()).add(new Plot.Mark(step, value, 0));
    }

    List<Plot.Curve> drawn() {
      List<Plot.Curve> drawn = new ArrayList<>();
      if (curves.size() > 1) {
        List<Plot.Mark> edge = new ArrayList<>(curves.firstEntry().getValue());
        List<Plot.Mark> back = new ArrayList<>(curves.lastEntry().getValue());
        Collections.reverse(back);
        edge.addAll(back);
        drawn.add(new Plot.Curve(Plot.Stroke.BAND, edge));
      }
      drawn.add(new Plot.Curve(Plot.Stroke.SOLID, curves.get(middle())));
      return drawn;
    }

    /** The level nearest to one half. */
    double middle() {
      return curves.keySet().stream()
          .min((a, b) -> Double.compare(Math.abs(a - 0.5), Math.abs(b - 0.5)))
          .orElseThrow();
    }

    /** Whether there is more than one step. */
    boolean isCurve() {
      return curves.firstEntry().getValue().size() > 1;
    }
  }

  private QuantileFigure(String quantity) {
    this.quantity = quantity;
  }

  /** One for each quantity that was looked at at several steps, from the table quantiles. */
  static List<QuantileFigure> all(List<CellSummary> cells, Rows rows) {
    Map<Long, CellSummary> byNumber = new LinkedHashMap<>();
    cells.forEach(cell -> byNumber.put(cell.cell(), cell));
    Map<String, QuantileFigure> figures = new LinkedHashMap<>();
    for (int row = 0; row < rows.size(); row++) {
      Optional<Double> value = rows.number(row, "quantile");
      if (value.isPresent()) {
        String name = rows.text(row, "quantity") + index(rows, row, "i") + index(rows, row, "j");
        figures
            .computeIfAbsent(name, QuantileFigure::new)
            .add(byNumber.get(rows.count(row, "cell")), rows, row, value.get());
      }
    }
    return figures.values().stream()
        .filter(figure -> figure.cells.values().stream().anyMatch(Cell::isCurve))
        .toList();
  }

  private static String index(Rows rows, int row, String column) {
    return rows.value(row, column).map(index -> "." + index).orElse("");
  }

  private void add(CellSummary cell, Rows rows, int row, double value) {
    cells
        .computeIfAbsent(cell, k -> new Cell())
        .add(rows.number(row, "quantile_level").orElseThrow(), rows.count(row, "step"), value);
  }

  void write(Markup page, List<Axis> axes) {
    List<Plot.Series> series = new ArrayList<>();
    cells.forEach(
        (cell, curves) -> series.add(new Plot.Series(cell.label(axes), List.of(), curves.drawn())));
    Plot plot =
        new Plot(
            "quantiles of " + quantity + " over steps",
            Plot.Across.numbers("steps"),
            quantity,
            series.stream().limit(Plot.COLOURS).toList());
    new Figure(plot, series.size()).write(page, quantity + caption());
  }

  private String caption() {
    Cell first = cells.values().iterator().next();
    String line = ". Lines: " + share(first.middle());
    String band =
        "; bands: from " + share(first.curves.firstKey()) + " to " + share(first.curves.lastKey());
    return line + (first.curves.size() > 1 ? band : "") + " of the trajectories lie below.";
  }

  private static String share(double level) {
    return Numbers.brief(100 * level) + " %";
  }
}
