package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escapement.study.Axis;
import org.escapement.study.Column.Type;
import org.escapement.study.Study;
import org.junit.jupiter.api.Test;

class HeatFigureTest {
  private static final Axis SAMPLING = new Axis("objective.sampling", "sampling", Type.TEXT);
  private static final Axis STEP = new Axis("dynamics.step-size", "step_size", Type.DOUBLE);
  private static final Axis MOMENTUM = new Axis("dynamics.momentum", "momentum", Type.DOUBLE);

  private static Study study(Axis... axes) {
    Study one = ExampleRun.STUDY;
    return new Study(
        one.name(),
        one.run(),
        one.question(),
        one.job(),
        one.seed(),
        one.trajectories(),
        one.precision(),
        one.keep(),
        one.commonRandomNumbers(),
        List.of(axes),
        List.of(),
        List.of(),
        List.of());
  }

  private static Beside beside(String prediction, String kind, String quantity, double value) {
    Optional<Double> none = Optional.empty();
    return new Beside(
        prediction, kind, quantity, Optional.empty(), value, none, none, none, none, "");
  }

  private static Shown cell(
      Optional<Double> measured, long diverged, List<Beside> beside, Object... axes) {
    CellSummary cell =
        new CellSummary(
            0,
            List.of(axes),
            10,
            0,
            10 - diverged,
            diverged,
            "mean_time",
            Optional.empty(),
            Optional.empty(),
            "",
            "",
            beside);
    return new Shown(cell, "loss", Optional.empty(), measured, Optional.empty());
  }

  /** Three momenta, four step sizes 1 to 4, samplings; exact 10 x step size, critical at 2.5. */
  private static List<Shown> cells(boolean isMeasured, String... samplings) {
    List<Shown> cells = new ArrayList<>();
    for (String sampling : samplings) {
      for (double momentum : new double[] {0, 0.25, 0.5}) {
        for (double step = 1; step < 5; step++) {
          List<Beside> beside =
              List.of(
                  beside("rough", "asymptotic", "loss", 7),
                  beside("right", "exact", "loss", step == 4 ? 1e30 : 10 * step),
                  beside("stable", "exact", HeatFigure.CRITICAL, 2.5 + 0.4 * momentum));
          Optional<Double> measured = isMeasured ? Optional.of(step) : Optional.empty();
          cells.add(cell(measured, step == 1 ? 1 : 0, beside, sampling, momentum, step));
        }
      }
    }
    return cells;
  }

  @Test
  void showsMeasuredBesidePredictedForEveryOtherValue() {
    HeatMap map =
        HeatFigure.of(study(SAMPLING, MOMENTUM, STEP), cells(true, "a", "b"), "loss").orElseThrow();
    assertThat(map.panels())
        .extracting(HeatPanel::label)
        .containsExactly(
            "sampling a: measured",
            "sampling a: predicted",
            "sampling b: measured",
            "sampling b: predicted");
    assertThat(map.across()).isEqualTo(new Side("dynamics.step-size", List.of(1.0, 2.0, 3.0, 4.0)));
    assertThat(map.up()).isEqualTo(new Side("dynamics.momentum", List.of(0.0, 0.25, 0.5)));
    assertThat(map.panels().get(0).values()[0]).containsExactly(Double.POSITIVE_INFINITY, 2, 3, 4);
    assertThat(map.panels().get(1).values()[2]).containsExactly(10, 20, 30, 1e30);
    assertThat(map.left()).isZero();
  }

  /** Steps 3 and 4 are unstable, and step 1 diverged: 2 and 10 to 20 remain. */
  @Test
  void coloursTellApartWhatIsStable() {
    HeatMap map =
        HeatFigure.of(study(SAMPLING, MOMENTUM, STEP), cells(true, "a"), "loss").orElseThrow();
    assertThat(map.colours()).isEqualTo(new ColourScale(2, 20, false));
    assertThat(map.panels().get(1).boundary())
        .containsExactly(
            new Plot.Mark(2.5, 0, 0), new Plot.Mark(2.6, 0.25, 0), new Plot.Mark(2.7, 0.5, 0));
  }

  @Test
  void showsPredictionsAlone() {
    HeatMap map =
        HeatFigure.of(study(SAMPLING, MOMENTUM, STEP), cells(false, "a"), "loss").orElseThrow();
    assertThat(map.panels())
        .extracting(HeatPanel::label)
        .containsExactly("sampling a: predicted", "sampling a: rough");
  }

  @Test
  void leavesOutPlanesThatWouldNotBeLookedAt() {
    HeatMap map =
        HeatFigure.of(
                study(SAMPLING, MOMENTUM, STEP),
                cells(true, "a", "b", "c", "d", "e", "f", "g", "h"),
                "loss")
            .orElseThrow();
    assertThat(map.panels()).hasSize(8);
    assertThat(map.left()).isEqualTo(8);
  }

  @Test
  void needsAFilledPlane() {
    List<Shown> all = cells(true, "a");
    Study study = study(SAMPLING, MOMENTUM, STEP);
    List<Shown> line = List.of(all.get(0), all.get(5), all.get(10), all.get(11));
    assertThat(HeatFigure.of(study, line, "loss")).isEmpty();
    assertThat(HeatFigure.of(study, all.subList(0, 4), "loss")).isEmpty();
    assertThat(HeatFigure.of(study, all.subList(0, 8), "loss")).isEmpty();
    assertThat(HeatFigure.of(study, List.of(), "loss")).isEmpty();
  }
}
