package org.escapement.report;

import static org.escapement.report.HeatMap.place;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import org.escapement.report.Plot.Mark;

/**
 * One plane of a heat map.
 *
 * @param label above it
 * @param values {@code values[row][column]}, rows up and columns across; NaN where there is none,
 *     infinite where it diverged
 * @param boundary a line to draw over the cells; empty for none
 */
record HeatPanel(String label, double[][] values, List<Mark> boundary) {
  /** What is drawn in place of a level where there is no value. */
  private static final int NONE = ColourScale.LEVELS;

  /** Distance of the lines where there is no value, SVG units. */
  private static final double HATCH = 7;

  private static final int ABOVE = ColourScale.LEVELS + 1;

  boolean hasBoundary() {
    return !boundary.isEmpty();
  }

  boolean hasNone() {
    return any(Double::isNaN);
  }

  boolean hasAbove(ColourScale colours) {
    return any(value -> value > colours.high());
  }

  private boolean any(DoublePredicate property) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(property);
  }

  /** Draws the cells, the line over them and the frame around. */
  void write(Markup page, HeatMap.Frame frame, HeatMap map) {
    double[] x = map.across().edges(frame.x(), frame.right());
    double[] y = map.up().edges(frame.bottom(), frame.y());
    StringBuilder[] paths = new StringBuilder[ABOVE + 1];
    Arrays.setAll(paths, level -> new StringBuilder());
    for (int row = 0; row < values.length; row++) {
      int end;
      for (int column = 0; column < values[row].length; column = end) {
        end = end(row, column, map.colours());
        int level = level(values[row][column], map.colours());
        stripe(paths[level], x[column], y[row], x[end], y[row + 1]);
      }
    }
    if (hasNone()) {
      hatch(page, frame);
    }
    paths(page, paths);
    boundary(page, frame, map);
    frame(page, frame);
  }

  private static int level(double value, ColourScale colours) {
    return Double.isNaN(value) ? NONE : value > colours.high() ? ABOVE : colours.level(value);
  }

  /** The first column after this one whose cell has another colour. */
  private int end(int row, int column, ColourScale colours) {
    int end = column + 1;
    int level = level(values[row][column], colours);
    while (end < values[row].length && level(values[row][end], colours) == level) {
      end++;
    }
    return end;
  }

  private static void stripe(StringBuilder path, double x1, double y1, double x2, double y2) {
    path.append('M').append(place(x1)).append(' ').append(place(y1));
    path.append('H').append(place(x2)).append('V').append(place(y2));
    path.append('H').append(place(x1)).append('z');
  }

  /** Under the colours, so that it shows where there are none. */
  private static void hatch(Markup page, HeatMap.Frame frame) {
    StringBuilder path = new StringBuilder();
    for (double x = -frame.height(); x < frame.width(); x += HATCH) {
      path.append('M').append(place(x)).append(' ').append(place(frame.height()));
      path.append('L').append(place(x + frame.height())).append(" 0");
    }
    inside(page, frame, () -> path(page, "hatch", path.toString()));
  }

  private static void paths(Markup page, StringBuilder[] paths) {
    for (int level = 0; level < NONE; level++) {
      if (!paths[level].isEmpty()) {
        String fill = "fill:" + ColourScale.colour(level);
        page.empty("path", "style", fill, "d", paths[level].toString());
      }
    }
    path(page, "above", paths[ABOVE].toString());
  }

  private static void path(Markup page, String style, String path) {
    if (!path.isEmpty()) {
      page.empty("path", "class", style, "d", path);
    }
  }

  private void boundary(Markup page, HeatMap.Frame frame, HeatMap map) {
    if (hasBoundary()) {
      Scale x = map.across().scale(frame.x(), frame.right());
      Scale y = map.up().scale(frame.bottom(), frame.y());
      String path = HeatMap.path(boundary, x, y, frame.x(), frame.y());
      inside(
          page,
          frame,
          () -> {
            path(page, "under", path);
            path(page, "edge", path);
          });
    }
  }

  /** An inner drawing, its origin that of the frame, cuts off what lies outside. */
  private static void inside(Markup page, HeatMap.Frame frame, Runnable draw) {
    String[] at = {place(frame.x()), place(frame.y())};
    String[] size = {place(frame.width()), place(frame.height())};
    page.open("svg", "x", at[0], "y", at[1], "width", size[0], "height", size[1]);
    draw.run();
    page.close();
  }

  private void frame(Markup page, HeatMap.Frame frame) {
    page.empty(
        "rect",
        "class",
        "frame",
        "x",
        place(frame.x()),
        "y",
        place(frame.y()),
        "width",
        place(frame.width()),
        "height",
        place(frame.height()));
    page.leaf("text", label, "x", place(frame.x()), "y", place(frame.y() - 9), "class", "label");
  }
}
