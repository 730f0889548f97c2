package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.report.Plot.Curve;
import org.escapement.report.Plot.Mark;
import org.escapement.report.Plot.Series;
import org.escapement.report.Plot.Stroke;
import org.junit.jupiter.api.Test;

class PlotTest {
  private static String svg(List<String> categories, Series... series) {
    Markup page = new Markup();
    new Plot("title", "across", "up", categories, List.of(series)).write(page);
    return page.finish();
  }

  @Test
  void drawsBarsPointsAndCurves() {
    Curve curve = new Curve(Stroke.SOLID, List.of(new Mark(0, 1, 0), new Mark(1, 2, 0)));
    String svg = svg(List.of(), new Series("a", List.of(new Mark(0.5, 1.5, 0.1)), List.of(curve)));
    assertThat(svg).containsPattern("<circle cx=\"414.0\" cy=\"194.0\"");
    assertThat(svg).containsPattern("<path class=\"solid\" d=\"M108.4 [0-9.]+L719.6 [0-9.]+\"/>");
    assertThat(svg).containsPattern("<line x1=\"414.0\" y1=\"[0-9.]+\" x2=\"414.0\"");
    assertThat(svg).doesNotContain("legend");
  }

  @Test
  void drawsACurveOfOnePointAsADash() {
    Curve curve = new Curve(Stroke.DASHED, List.of(new Mark(0, 1, 0)));
    assertThat(svg(List.of(), new Series("a", List.of(), List.of(curve))))
        .contains("<path class=\"dashed\" d=\"M404.0 194.0H424.0\"/>");
  }

  @Test
  void namesCategories() {
    Series series = new Series("a", List.of(new Mark(0, 1, 0), new Mark(1, 2, 0)), List.of());
    assertThat(svg(List.of("sgd", "nesterov"), series)).contains(">sgd</text>", ">nesterov</text>");
  }

  @Test
  void isEmptyWithoutPoints() {
    assertThat(new Plot("", "", "", List.of(), List.of()).isEmpty()).isTrue();
  }
}
