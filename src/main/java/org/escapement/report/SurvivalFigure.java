package org.escapement.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.study.Axis;

/**
 * The share of trajectories that have not left, over time in units of each cell's own mean, so that
 * an exponential law is the same straight line in every cell.
 */
final class SurvivalFigure {
  /** Below this share so few trajectories are left that the curve is mostly chance. */
  private static final double LOWEST = 1e-3;

  private SurvivalFigure() {}

  /** The figure of the first cells that have a mean; empty when there is none. */
  static Figure of(List<Axis> axes, List<CellSummary> cells, Rows survival) {
    Map<Long, List<Plot.Mark>> curves = curves(cells, survival);
    List<Plot.Series> series = new ArrayList<>();
    for (CellSummary cell : cells) {
      List<Plot.Mark> curve = curves.getOrDefault(cell.cell(), List.of());
      if (!curve.isEmpty()) {
        series.add(series(cell.label(axes), curve));
      }
    }
    return new Figure(
        new Plot(
            "survival over time",
            Plot.Across.linear("time / mean exit time"),
            "share not yet left",
            series.stream().limit(Plot.COLOURS).toList()),
        series.size());
  }

  private static Plot.Series series(String label, List<Plot.Mark> curve) {
    return new Plot.Series(label, List.of(), List.of(new Plot.Curve(Plot.Stroke.SOLID, curve)));
  }

  private static Map<Long, List<Plot.Mark>> curves(List<CellSummary> cells, Rows survival) {
    Map<Long, Double> means = new LinkedHashMap<>();
    cells.stream()
        .filter(cell -> cell.measured().filter(mean -> mean > 0).isPresent())
        .forEach(cell -> means.put(cell.cell(), cell.measured().get()));
    Map<Long, List<Plot.Mark>> curves = new LinkedHashMap<>();
    for (int i = 0; i < survival.size(); i++) {
      long cell = survival.count(i, "cell");
      double share = survival.number(i, "survival").orElse(0.0);
      double time = survival.number(i, "time").orElse(-1.0);
      if (means.containsKey(cell) && share >= LOWEST && time >= 0) {
        curves
            .computeIfAbsent(cell, c -> new ArrayList<>())
            .add(new Plot.Mark(time / means.get(cell), share, 0));
      }
    }
    return curves;
  }
}
