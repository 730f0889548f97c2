package org.escapement.report;

import static java.lang.Double.parseDouble;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.escapement.report.Plot.Across;
import org.escapement.report.Plot.Curve;
import org.escapement.report.Plot.Mark;
import org.escapement.report.Plot.Series;
import org.escapement.report.Plot.Stroke;
import org.junit.jupiter.api.Test;

class PlotTest {
  private static String svg(Series... series) {
    return svg(Across.numbers("across"), series);
  }

  private static String svg(Across across, Series... series) {
    Markup page = new Markup();
    new Plot("title", across, "up", List.of(series)).write(page);
    return page.finish();
  }

  @Test
  void drawsBarsPointsAndCurves() {
    Curve curve = new Curve(Stroke.SOLID, List.of(new Mark(0, 1, 0), new Mark(1, 2, 0)));
    String svg = svg(new Series("a", List.of(new Mark(0.5, 1.5, 0.1)), List.of(curve)));
    assertThat(svg).containsPattern("<circle cx=\"414.0\" cy=\"194.0\"");
    assertThat(svg).containsPattern("<path class=\"solid\" d=\"M108.4 [0-9.]+L719.6 [0-9.]+\"/>");
    assertThat(svg).containsPattern("<line x1=\"414.0\" y1=\"[0-9.]+\" x2=\"414.0\"");
    assertThat(svg).doesNotContain("legend");
  }

  @Test
  void barsStandOnZeroHoweverHighTheyAre() {
    List<Plot.Bar> bars = List.of(new Plot.Bar(0, 1, 100, 5), new Plot.Bar(1, 2, 1, 0));
    String svg = svg(new Series("a", List.of(), bars, List.of()));
    assertThat(svg)
        .containsPattern("<rect x=\"108.4\" y=\"[0-9.]+\" width=\"305.6\" height=\"[0-9.]+\"/>")
        .contains(">0</text>", ">100</text>");
    List<Double> feet =
        Pattern.compile("<rect [^>]*y=\"([0-9.]+)\"[^>]*height=\"([0-9.]+)\"")
            .matcher(svg)
            .results()
            .map(r -> parseDouble(r.group(1)) + parseDouble(r.group(2)))
            .toList();
    assertThat(feet).hasSize(2).allSatisfy(y -> assertThat(y).isCloseTo(feet.get(0), within(0.11)));
  }

  @Test
  void drawsACurveOfOnePointAsADash() {
    Curve curve = new Curve(Stroke.DASHED, List.of(new Mark(0, 1, 0)));
    assertThat(svg(new Series("a", List.of(), List.of(curve))))
        .contains("<path class=\"dashed\" d=\"M404.0 194.0H424.0\"/>");
  }

  @Test
  void namesCategories() {
    Series series = new Series("a", List.of(new Mark(0, 1, 0), new Mark(1, 2, 0)), List.of());
    assertThat(svg(Across.names("dynamics", List.of("sgd", "nesterov")), series))
        .contains(">sgd</text>", ">nesterov</text>");
  }

  @Test
  void givesEveryCategoryAPlaceOfItsOwn() {
    Series last = new Series("a", List.of(new Mark(1, 1, 0), new Mark(14, 2, 0)), List.of());
    List<String> names = IntStream.rangeClosed(0, 14).mapToObj(j -> "n" + j).toList();
    List<String> places =
        Pattern.compile("<text x=\"([0-9.]+)\"[^>]*>n\\d+<")
            .matcher(svg(Across.names("dynamics", names), last))
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(places).hasSize(15).doesNotHaveDuplicates();
  }

  @Test
  void leavesOutNamesThatHaveNoRoom() {
    Series series = new Series("a", List.of(new Mark(0, 1, 0)), List.of());
    List<String> names = IntStream.range(0, 12).mapToObj(j -> "a name of 20 letters" + j).toList();
    assertThat(svg(Across.names("noise", names), series).split(">a name of")).hasSize(1 + 3);
  }

  @Test
  void drawsAnExponentialAsAStraightLineOnALinearAxis() {
    List<Mark> points = new ArrayList<>();
    for (int k = 1; k < 200; k++) {
      points.add(new Mark(0.1 * k, StrictMath.exp(-0.1 * k), 0));
    }
    Curve curve = new Curve(Stroke.SOLID, points);
    String svg = svg(Across.linear("time"), new Series("a", List.of(), List.of(curve)));
    assertThat(svg).contains(">5</text>");
    List<double[]> places =
        Pattern.compile("[ML]([0-9.]+) ([0-9.]+)")
            .matcher(svg)
            .results()
            .map(p -> new double[] {parseDouble(p.group(1)), parseDouble(p.group(2))})
            .toList();
    double[] first = places.get(0);
    double[] last = places.get(places.size() - 1);
    double slope = (last[1] - first[1]) / (last[0] - first[0]);
    assertThat(places)
        .hasSize(199)
        .allSatisfy(
            p -> assertThat(p[1]).isCloseTo(first[1] + slope * (p[0] - first[0]), within(0.2)));
  }

  @Test
  void refusesMoreSeriesThanColours() {
    List<Series> many = Collections.nCopies(9, new Series("a", List.of(), List.of()));
    assertThatThrownBy(() -> new Plot("title", Across.numbers("x"), "y", many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a plot has at most 8 series, got 9");
  }

  @Test
  void isEmptyWithoutPoints() {
    assertThat(new Plot("", Across.numbers(""), "", List.of()).isEmpty()).isTrue();
  }

  /** A power of the other axis over less than a decade: 1, 2, 4 at 1, 4, 16. */
  @Test
  void drawsAPowerAsAStraightLineOnLogarithmicAxes() {
    List<Mark> points = List.of(new Mark(1, 1, 0), new Mark(4, 2, 0), new Mark(16, 4, 0));
    Curve curve = new Curve(Stroke.SOLID, points);
    Plot.Spacing spacing = Plot.Spacing.LOGARITHMIC;
    Markup page = new Markup();
    new Plot(
            "title",
            new Across("steps", spacing, List.of()),
            "up",
            spacing,
            List.of(new Series("a", List.of(), List.of(curve))))
        .write(page);
    assertThat(page.finish()).contains("d=\"M108.4 360.7L414.0 194.0L719.6 27.3\"");
  }
}
