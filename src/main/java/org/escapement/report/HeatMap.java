package org.escapement.report;

import java.util.List;
import java.util.Locale;
import org.escapement.report.Plot.Mark;

/**
 * A figure of planes side by side, each cell of a plane coloured by its value, with one colour bar
 * for all.
 *
 * @param title what it shows, for those who cannot see it
 * @param quantity what the colours stand for
 * @param across the horizontal axis of each plane
 * @param up the vertical axis of each plane
 * @param left how many more planes there are than are drawn
 */
record HeatMap(
    String title,
    String quantity,
    Side across,
    Side up,
    ColourScale colours,
    List<HeatPanel> panels,
    int left) {
  private static final double WIDTH = 760;
  private static final double LEFT = 84;
  private static final double RIGHT = 664;
  private static final double GAP = 22;
  private static final double HEAD = 26;
  private static final double FOOT = 24;
  private static final double BOTTOM = 26;
  private static final double BAR = 680;
  private static final double BAR_WIDTH = 14;

  /** Writes the figure with its caption, which also says what is left out. */
  void write(Markup page, String caption) {
    page.open("figure");
    write(page);
    String more = left == 0 ? "" : " " + left + " more planes are left out; all is in the tables.";
    page.leaf("figcaption", caption + more).close();
  }

  private void write(Markup page) {
    int columns = Math.min(2, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    double width = (RIGHT - LEFT - (columns - 1) * GAP) / columns;
    double height = columns == 1 ? 320 : 230;
    double line = HEAD + height + FOOT;
    String view = "0 0 " + place(WIDTH) + " " + place(rows * line + BOTTOM);
    page.open("svg", "viewBox", view, "role", "img", "class", "heat").leaf("title", title);
    for (int j = 0; j < panels.size(); j++) {
      double x = LEFT + j % columns * (width + GAP);
      double y = HEAD + j / columns * line;
      Frame frame = new Frame(x, y, width, height);
      panels.get(j).write(page, frame, this);
      labels(page, frame, j % columns == 0);
    }
    label(page, across.label(), (LEFT + RIGHT) / 2, rows * line + 12, "middle");
    bar(page, height);
    page.close();
    legend(page);
  }

  /** Where a plane is drawn, SVG units. */
  record Frame(double x, double y, double width, double height) {
    double right() {
      return x + width;
    }

    double bottom() {
      return y + height;
    }
  }

  private void labels(Markup page, Frame frame, boolean isFirst) {
    page.open("g", "class", "axes");
    StringBuilder ticks = new StringBuilder();
    Scale x = across.scale(frame.x(), frame.right());
    for (Scale.Tick tick : across.ticks(frame.width())) {
      String at = place(x.at(tick.value()));
      ticks.append('M').append(at).append(' ').append(place(frame.bottom())).append("v4");
      label(page, tick.label(), x.at(tick.value()), frame.bottom() + 17, "middle");
    }
    Scale y = up.scale(frame.bottom(), frame.y());
    for (Scale.Tick tick : up.ticks(2 * frame.height())) {
      double at = y.at(tick.value());
      ticks.append('M').append(place(frame.x())).append(' ').append(place(at)).append("h-4");
      if (isFirst) {
        label(page, tick.label(), frame.x() - 8, at + 4, "end");
      }
    }
    page.empty("path", "class", "ticks", "d", ticks.toString());
    if (isFirst) {
      String middle = place(frame.y() + frame.height() / 2);
      String turn = "translate(16 " + middle + ") rotate(-90)";
      page.leaf("text", up.label(), "transform", turn, "text-anchor", "middle");
    }
    page.close();
  }

  private void bar(Markup page, double height) {
    double each = height / ColourScale.LEVELS;
    for (int level = 0; level < ColourScale.LEVELS; level++) {
      double y = HEAD + height - (level + 1) * each;
      String path =
          "M%s %sh%sv%sh-%sz"
              .formatted(
                  place(BAR), place(y), place(BAR_WIDTH), place(each + 0.4), place(BAR_WIDTH));
      page.empty("path", "style", "fill:" + ColourScale.colour(level), "d", path);
    }
    page.open("g", "class", "axes");
    Scale scale = colours.scale(HEAD + height, HEAD);
    for (Scale.Tick tick : scale.ticks()) {
      label(page, tick.label(), BAR + BAR_WIDTH + 6, scale.at(tick.value()) + 4, "start");
    }
    label(page, quantity, WIDTH - 4, HEAD - 9, "end");
    page.close();
  }

  private void legend(Markup page) {
    page.open("ul", "class", "legend");
    if (panels.stream().anyMatch(HeatPanel::hasBoundary)) {
      page.leaf("li", "end of predicted stability", "class", "edge");
    }
    if (panels.stream().anyMatch(panel -> panel.hasAbove(colours))) {
      page.leaf("li", "above the scale, or diverged", "class", "above");
    }
    if (panels.stream().anyMatch(HeatPanel::hasNone)) {
      page.leaf("li", "no value", "class", "none");
    }
    page.close();
  }

  static void label(Markup page, String text, double x, double y, String anchor) {
    page.leaf("text", text, "x", place(x), "y", place(y), "text-anchor", anchor);
  }

  static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** A path of straight pieces through points, each place less the given ones. */
  static String path(List<Mark> points, Scale x, Scale y, double left, double top) {
    StringBuilder path = new StringBuilder();
    for (Mark point : points) {
      path.append(path.isEmpty() ? "M" : "L").append(place(x.atOrBeyond(point.x()) - left));
      path.append(' ').append(place(y.atOrBeyond(point.y()) - top));
    }
    return path.toString();
  }
}
