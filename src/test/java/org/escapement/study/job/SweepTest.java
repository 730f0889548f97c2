package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.study.Axis;
import org.escapement.study.Cell;
import org.escapement.study.Column;
import org.escapement.study.Study;
import org.junit.jupiter.api.Test;

class SweepTest {
  private static Study sweep(String sweep) {
    return JobText.study(JobText.with("sweep", sweep));
  }

  private static List<List<Object>> values(Study study) {
    return study.cells().stream().map(Cell::axes).toList();
  }

  @Test
  void axesFormAGridTheFirstSlowest() {
    Study study =
        sweep("{ dynamics.momentum: [0, 0.5], dynamics.step-size: { values: [0.1, 0.2, 0.3] } }");

    assertThat(study.axes())
        .containsExactly(
            new Axis("dynamics.momentum", "momentum", Column.Type.DOUBLE),
            new Axis("dynamics.step-size", "step_size", Column.Type.DOUBLE));
    assertThat(values(study))
        .containsExactly(
            List.of(0.0, 0.1),
            List.of(0.0, 0.2),
            List.of(0.0, 0.3),
            List.of(0.5, 0.1),
            List.of(0.5, 0.2),
            List.of(0.5, 0.3));
    Cell last = study.cells().get(5);
    assertThat(last.number()).isEqualTo(5);
    HeavyBall dynamics = (HeavyBall) last.experiment().dynamics();
    assertThat(dynamics.momentum().at(0)).isEqualTo(0.5);
    assertThat(dynamics.stepSize().at(0)).isEqualTo(0.3);
  }

  @Test
  void aValueMayComeAgainInAZip() {
    Study study =
        sweep(
            "{ zip: { noise: [none, none, {type: gaussian, scale: 1}],"
                + " horizon: [10, 20, 20] } }");

    assertThat(values(study))
        .containsExactly(List.of("none", 10L), List.of("none", 20L), List.of("gaussian", 20L));
  }

  @Test
  void zippedAxesGoTogether() {
    Study study =
        sweep(
            "{ noise.scale: [1, 2], zip: { start.0: [-1, -2], horizon: [1e2, 1e3] },"
                + " diverged-beyond: [50] }");

    assertThat(study.axes())
        .extracting(Axis::column, Axis::type)
        .containsExactly(
            Assertions.tuple("scale", Column.Type.DOUBLE),
            Assertions.tuple("start_0", Column.Type.DOUBLE),
            Assertions.tuple("horizon", Column.Type.LONG),
            Assertions.tuple("diverged_beyond", Column.Type.DOUBLE));
    assertThat(values(study))
        .containsExactly(
            List.of(1.0, -1.0, 100L, 50.0),
            List.of(1.0, -2.0, 1000L, 50.0),
            List.of(2.0, -1.0, 100L, 50.0),
            List.of(2.0, -2.0, 1000L, 50.0));
    assertThat(study.cells().get(3).experiment().position()).isEqualTo(Vector.of(-2));
    assertThat(study.cells().get(3).experiment().horizon()).isEqualTo(1000);
    assertThat(study.cells().get(3).experiment().divergedBeyond()).isEqualTo(50);
  }

  @Test
  void cellsAreComparedToThoseWithGivenValues() {
    String sweep = "{ noise.scale: [1, 2], zip: { start.0: [-1, -2], horizon: [1e2, 1e3] } }";
    Study one = JobText.study(JobText.with("sweep", sweep, "compare-to", "{ noise.scale: 2.0 }"));
    assertThat(one.references()).containsExactly(2, 3, 2, 3);
    Study zipped = JobText.study(JobText.with("sweep", sweep, "compare-to", "{ horizon: 100 }"));
    assertThat(zipped.references()).containsExactly(0, 0, 2, 2);
    Study both =
        JobText.study(
            JobText.with("sweep", sweep, "compare-to", "{ noise.scale: 1, start.0: -2 }"));
    assertThat(both.references()).containsExactly(1, 1, 1, 1);
    assertThat(List.of(one.run(), zipped.run(), both.run(), sweep(sweep).run()))
        .doesNotHaveDuplicates();
    assertThat(sweep(sweep).references()).isEmpty();
  }

  @Test
  void pointsAreGeometricOrLinear() {
    assertThat(values(sweep("{ noise.scale: { geometric: { from: 1e-2, to: 1, points: 3 } } }")))
        .containsExactly(List.of(0.01), List.of(0.1), List.of(1.0));
    assertThat(values(sweep("{ noise.scale: { linear: { from: 1, to: 2, points: 3 } } }")))
        .containsExactly(List.of(1.0), List.of(1.5), List.of(2.0));
    assertThat(values(sweep("{ horizon: { geometric: { from: 10, to: 1e3, points: 3 } } }")))
        .containsExactly(List.of(10L), List.of(100L), List.of(1000L));
  }

  @Test
  void wholeDescriptionsAreNamedByTheirTypes() {
    Study study =
        sweep(
            "{ noise: [none, { type: gaussian, scale: 1 }, { type: stable, alpha: 1.5, scale: 1"
                + " }] }");

    assertThat(study.axes()).containsExactly(new Axis("noise", "noise", Column.Type.TEXT));
    assertThat(values(study))
        .containsExactly(List.of("none"), List.of("gaussian"), List.of("stable"));
    assertThat(study.cells())
        .extracting(cell -> cell.experiment().noise())
        .containsExactly(new NoNoise(), new Gaussian(1), new Stable(1.5, 1));
  }

  @Test
  void descriptionsOfOneTypeAreNamedInFull() {
    Study study =
        sweep(
            "{ noise: [{ type: stable, alpha: 1.5, scale: 1 }, { type: stable, alpha: 1.7, scale:"
                + " 1 }], dynamics.step-size: [0.1, { type: exponential, initial: 1, steps: 5 }]"
                + " }");

    assertThat(values(study).get(3)).containsExactly("stable(alpha=1.7, scale=1)", "exponential");
    assertThat(values(study).get(0)).containsExactly("stable(alpha=1.5, scale=1)", "0.1");
  }

  @Test
  void aWordIsSwept() {
    Study study = sweep("{ noise.type: [gaussian, laplace, uniform] }");
    assertThat(study.axes())
        .containsExactly(new Axis("noise.type", "noise_type", Column.Type.TEXT));
    assertThat(values(study))
        .containsExactly(List.of("gaussian"), List.of("laplace"), List.of("uniform"));
  }

  @Test
  void listsAreSweptAsAWhole() {
    Study study = sweep("{ start: [[-1], [-2]] }");
    assertThat(study.axes()).containsExactly(new Axis("start", "start", Column.Type.TEXT));
    assertThat(values(study)).containsExactly(List.of("[-1]"), List.of("[-2]"));
  }

  @Test
  void whatIsMissingButOptionalIsSwept() {
    String text = JobText.with("sweep", "{ noise: [none, {type: gaussian, scale: 2}] }");
    assertThat(JobText.study(text.replaceFirst("(?m)^noise:.*\n", "")).cells()).hasSize(2);
  }

  @Test
  void theValueThatIsReplacedNeedNotFit() {
    String text =
        JobText.with(
            "domain", "{ type: interval, low: 5, high: 0 }",
            "sweep", "{ domain.low: [-2, -3] }");
    assertThat(JobText.study(text).cells()).hasSize(2);
  }

  @Test
  void tooManyCellsAreCountedNotMade() {
    String thousand = "{ linear: { from: 1, to: 1000, points: 1000 } }";
    String text =
        JobText.with(
            "sweep",
            "{ noise.scale: %s, horizon: %s, diverged-beyond: %s, objective.depth: %s }"
                .formatted(thousand, thousand, thousand, thousand));
    Assertions.assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(5),
                    () ->
                        assertThat(JobText.problems(text))
                            .containsExactly(
                                "10:8: the sweep has 1000000000000 cells, more than 1000000")))
        .doesNotThrowAnyException();
  }

  @Test
  void aHundredThousandCellsAreMade() {
    Study study =
        sweep(
            "{ dynamics.momentum: { linear: { from: 0, to: 0.9, points: 100 } },"
                + " dynamics.step-size: { geometric: { from: 1e-3, to: 1, points: 1000 } } }");
    assertThat(study.cells()).hasSize(100_000);
    assertThat(study.cells().get(99_999).axes()).containsExactly(0.9, 1.0);
  }
}
