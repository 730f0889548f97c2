package org.escapement.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A figure in the plane: measured points with error bars, bars of a histogram, and curves.
 *
 * @param title what it shows, for those who cannot see it
 * @param across the horizontal axis
 * @param up what the vertical axis is
 * @param spacing of the vertical axis
 * @param series no more than {@link #COLOURS}
 */
record Plot(String title, Across across, String up, Spacing spacing, List<Series> series) {
  /** Colours in the style sheet: more series cannot be told apart. */
  static final int COLOURS = 8;

  private static final double WIDTH = 760;
  private static final double HEIGHT = 430;
  private static final double LEFT = 84;
  private static final double RIGHT = WIDTH - 16;
  private static final double TOP = 14;
  private static final double BOTTOM = HEIGHT - 56;
  private static final double DASH = 10;

  /** Room for the labels below the horizontal axis, in letters. */
  private static final int LETTERS = 90;

  /** Refuses more series than there are colours. */
  Plot {
    if (series.size() > COLOURS) {
      throw new IllegalArgumentException(
          "a plot has at most " + COLOURS + " series, got " + series.size());
    }
  }

  /** A vertical axis that is logarithmic where that shows more. */
  Plot(String title, Across across, String up, List<Series> series) {
    this(title, across, up, Spacing.AUTOMATIC, series);
  }

  /** What equal distances along an axis stand for. */
  enum Spacing {
    /** Equal ratios where positive values span more than a decade, else equal differences. */
    AUTOMATIC,
    /** Equal differences. */
    LINEAR,
    /** Equal ratios, if all values are positive: a power of the other axis is a straight line. */
    LOGARITHMIC;

    private Scale scale(List<Double> values, double from, double to) {
      return switch (this) {
        case AUTOMATIC -> Scale.of(values, from, to);
        case LINEAR -> Scale.linear(values, from, to);
        case LOGARITHMIC -> Scale.logarithmic(values, from, to);
      };
    }
  }

  /**
   * The horizontal axis.
   *
   * @param label what it is
   * @param categories names of the places 0, 1, 2, ...; empty when the axis is of numbers
   */
  record Across(String label, Spacing spacing, List<String> categories) {

    /** Of numbers, logarithmic where they span more than a decade. */
    static Across numbers(String label) {
      return new Across(label, Spacing.AUTOMATIC, List.of());
    }

    /** Of numbers, with equal steps for equal differences. */
    static Across linear(String label) {
      return new Across(label, Spacing.LINEAR, List.of());
    }

    /** Of names, one beside the other. */
    static Across names(String label, List<String> categories) {
      return new Across(label, Spacing.LINEAR, categories);
    }
  }

  /** Points, bars and curves of one colour. */
  record Series(String label, List<Mark> marks, List<Bar> bars, List<Curve> curves) {

    /** Without bars. */
    Series(String label, List<Mark> marks, List<Curve> curves) {
      this(label, marks, List.of(), curves);
    }
  }

  /**
   * A bar that stands on 0.
   *
   * @param error half the length of the line about its top; 0 for none
   */
  record Bar(double from, double to, double height, double error) {}

  /**
   * A measured point.
   *
   * @param error half the length of its bar; 0 for none
   */
  record Mark(double x, double y, double error) {}

  /** A line through points, drawn in the given stroke. */
  record Curve(Stroke stroke, List<Mark> points) {}

  /** How a curve is drawn: a class of the style sheet. */
  enum Stroke {
    SOLID,
    DASHED,
    /** No line: the area that it goes about. */
    BAND;

    String style() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is anything to draw. */
  boolean isEmpty() {
    return points().findAny().isEmpty() && bars().findAny().isEmpty();
  }

  /** Writes the drawing and, where there is more than one series, its legend. */
  void write(Markup page) {
    Scale x = across.spacing().scale(places(), LEFT, RIGHT);
    Scale y = spacing.scale(heights(), BOTTOM, TOP);
    page.open("svg", "viewBox", "0 0 760 430", "role", "img", "class", "plot");
    page.leaf("title", title);
    axes(page, x, y);
    for (int j = 0; j < series.size(); j++) {
      page.open("g", "class", colour(j));
      series.get(j).bars().forEach(bar -> bar(page, x, y, bar));
      series.get(j).curves().forEach(curve -> curve(page, x, y, curve));
      series.get(j).marks().forEach(mark -> mark(page, x, y, mark));
      page.close();
    }
    page.close();
    legend(page);
  }

  private Stream<Mark> points() {
    return series.stream()
        .flatMap(
            s ->
                Stream.concat(
                    s.marks().stream(), s.curves().stream().flatMap(c -> c.points().stream())));
  }

  private Stream<Bar> bars() {
    return series.stream().flatMap(s -> s.bars().stream());
  }

  /** All that must have a place on the horizontal axis. */
  private List<Double> places() {
    List<Double> places = new ArrayList<>(points().map(Mark::x).toList());
    bars().forEach(bar -> places.addAll(List.of(bar.from(), bar.to())));
    IntStream.range(0, across.categories().size()).forEach(j -> places.add((double) j));
    return places;
  }

  /**
   * Ends of error bars that are not positive are left out, so that they do not forbid logarithms;
   * the 0 on which bars stand does.
   */
  private List<Double> heights() {
    List<Double> heights = new ArrayList<>();
    bars().forEach(bar -> heights.addAll(List.of(0.0, bar.height() + bar.error())));
    points()
        .forEach(
            p -> {
              heights.add(p.y());
              heights.add(p.y() + p.error());
              if (p.y() - p.error() > 0 || p.y() <= 0) {
                heights.add(p.y() - p.error());
              }
            });
    return heights;
  }

  private void axes(Markup page, Scale x, Scale y) {
    page.open("g", "class", "axes");
    for (Scale.Tick tick : y.ticks()) {
      double at = y.at(tick.value());
      line(page, LEFT, at, RIGHT, at);
      label(page, tick.label(), LEFT - 8, at + 4, "end");
    }
    for (Scale.Tick tick : across.categories().isEmpty() ? x.ticks() : categoryTicks()) {
      double at = x.at(tick.value());
      line(page, at, TOP, at, BOTTOM);
      label(page, tick.label(), at, BOTTOM + 18, "middle");
    }
    label(page, across.label(), (LEFT + RIGHT) / 2, HEIGHT - 12, "middle");
    page.leaf(
        "text",
        up,
        "transform",
        "translate(16 " + place((TOP + BOTTOM) / 2) + ") rotate(-90)",
        "text-anchor",
        "middle");
    page.close();
  }

  /** Every name where all have room, else every second, third, ... */
  private List<Scale.Tick> categoryTicks() {
    List<String> categories = across.categories();
    int longest = categories.stream().mapToInt(String::length).max().orElse(0);
    int stride = Math.max(1, (categories.size() * (longest + 2) + LETTERS - 1) / LETTERS);
    List<Scale.Tick> ticks = new ArrayList<>();
    for (int j = 0; j < categories.size(); j += stride) {
      ticks.add(new Scale.Tick(j, categories.get(j)));
    }
    return ticks;
  }

  private static void curve(Markup page, Scale x, Scale y, Curve curve) {
    StringBuilder path = new StringBuilder();
    for (Mark point : curve.points()) {
      path.append(path.isEmpty() ? "M" : "L");
      path.append(place(x.at(point.x()))).append(' ').append(place(y.at(point.y())));
    }
    if (curve.points().size() == 1) {
      path = dash(x.at(curve.points().get(0).x()), y.at(curve.points().get(0).y()));
    }
    if (!path.isEmpty()) {
      page.empty("path", "class", curve.stroke().style(), "d", path.toString());
    }
  }

  /** A curve of one point, which would be invisible as a line. */
  private static StringBuilder dash(double x, double y) {
    return new StringBuilder("M")
        .append(place(x - DASH))
        .append(' ')
        .append(place(y))
        .append('H')
        .append(place(x + DASH));
  }

  private static void bar(Markup page, Scale x, Scale y, Bar bar) {
    double left = x.at(bar.from());
    double top = y.at(bar.height());
    page.empty(
        "rect",
        "x",
        place(left),
        "y",
        place(top),
        "width",
        place(x.at(bar.to()) - left),
        "height",
        place(y.at(0) - top));
    if (bar.error() > 0) {
      double middle = (left + x.at(bar.to())) / 2;
      line(
          page, middle, y.at(bar.height() - bar.error()), middle, y.at(bar.height() + bar.error()));
    }
  }

  private static void mark(Markup page, Scale x, Scale y, Mark mark) {
    double at = x.at(mark.x());
    if (mark.error() > 0) {
      line(page, at, y.at(mark.y() - mark.error()), at, y.at(mark.y() + mark.error()));
    }
    page.empty("circle", "cx", place(at), "cy", place(y.at(mark.y())), "r", "3.5");
  }

  private void legend(Markup page) {
    if (series.size() < 2) {
      return;
    }
    page.open("ul", "class", "legend");
    for (int j = 0; j < series.size(); j++) {
      page.leaf("li", series.get(j).label(), "class", colour(j));
    }
    page.close();
  }

  private static String colour(int series) {
    return "c" + series;
  }

  private static void line(Markup page, double x1, double y1, double x2, double y2) {
    page.empty("line", "x1", place(x1), "y1", place(y1), "x2", place(x2), "y2", place(y2));
  }

  private static void label(Markup page, String text, double x, double y, String anchor) {
    page.leaf("text", text, "x", place(x), "y", place(y), "text-anchor", anchor);
  }

  private static String place(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
