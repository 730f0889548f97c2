package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final double NONE = Double.NaN;
  private static final double BEYOND = Double.POSITIVE_INFINITY;

  private static String svg(double[][] values, List<Plot.Mark> boundary, int left) {
    HeatMap map =
        new HeatMap(
            "title",
            "loss",
            new Side("step", List.of(1.0, 2.0, 3.0)),
            new Side("momentum", List.of(0.0, 0.5)),
            new ColourScale(0, 1, false),
            List.of(new HeatPanel("measured", values, boundary)),
            left);
    Markup page = new Markup();
    map.write(page, "caption.");
    return page.finish();
  }

  private static String svg(double[][] values) {
    return svg(values, List.of(), 0);
  }

  /** The plane is 580 wide from 84 on and 320 high from 26 on; rows go up. */
  @Test
  void neighboursOfOneColourAreOneStripe() {
    String svg = svg(new double[][] {{0, 0, 1}, {1, 0, 0}});
    assertThat(svg)
        .contains(
            "style=\"fill:#440154\" d=\"M84.0 346.0H470.7V186.0H84.0zM277.3 186.0H664.0V26.0H277.3z\"")
        .contains("style=\"fill:#fde725\" d=\"M470.7 346.0H664.0V186.0H470.7zM84.0 186.0");
  }

  @Test
  void marksWhatHasNoColour() {
    String full = svg(new double[][] {{0, 0, 1}, {1, 0, 0}});
    assertThat(full).doesNotContain("hatch").doesNotContain("above").contains("caption.</fig");
    String some = svg(new double[][] {{0, NONE, 1}, {2, BEYOND, 0}});
    assertThat(some)
        .contains("<path class=\"hatch\"")
        .contains("<li class=\"none\">no value</li>")
        .contains("<path class=\"above\" d=\"M84.0 186.0H470.7V26.0H84.0z\"/>")
        .contains("<li class=\"above\">above the scale, or diverged</li>");
  }

  /** In the coordinates of the plane: the middle of the first stripe is a sixth of its width. */
  @Test
  void drawsTheBoundary() {
    List<Plot.Mark> line = List.of(new Plot.Mark(1, 0, 0), new Plot.Mark(9, 0.5, 0));
    String svg = svg(new double[][] {{0, 0, 1}, {1, 0, 0}}, line, 3);
    assertThat(svg)
        .contains("<svg x=\"84.0\" y=\"26.0\" width=\"580.0\" height=\"320.0\">")
        .contains("<path class=\"edge\" d=\"M96.7 240.0L1643.3 80.0\"/>")
        .contains("end of predicted stability")
        .contains("caption. 3 more planes are left out");
  }

  @Test
  void hasABarWithMarks() {
    String svg = svg(new double[][] {{0, 0, 1}, {1, 0, 0}});
    assertThat(svg.split("style=\"fill:")).hasSize(1 + ColourScale.LEVELS + 2);
    assertThat(svg).contains(">0.4</text>", ">loss</text>", ">momentum</text>", ">step</text>");
  }
}
