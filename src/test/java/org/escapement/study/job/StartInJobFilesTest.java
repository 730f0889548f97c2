package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.escapement.data.Rows;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.study.Cell;
import org.escapement.study.ReadData;
import org.junit.jupiter.api.Test;

class StartInJobFilesTest {

  private static Cell cell(String start, String domain) {
    return JobText.study(JobText.with("start", start, "domain", domain)).cells().get(0);
  }

  @Test
  void aListAndANumberArePositions() {
    assertThat(cell("[-1]", "whole-space").experiment().start())
        .isEqualTo(new StartAt(Vector.of(-1)));
    assertThat(cell("-1", "whole-space")).isEqualTo(cell("[-1.0]", "whole-space"));
  }

  @Test
  void whatIsTrainedIsFoundOnce() {
    String trained =
        "{ type: trained, from: [0.5], dynamics: { type: sgd, step-size: 0.1 }, steps: 400 }";
    Cell cell = cell(trained, "{ type: around-start, radius: 0.25 }");
    Experiment experiment = cell.experiment();
    // The double well's minimum on this side.
    assertThat(experiment.position().at(0))
        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(ReadData.of(java.util.List.of(cell)))
        .singleElement()
        .satisfies(
            data -> {
              Rows rows = data.rows(new org.escapement.data.LocalFiles());
              assertThat(rows.at(0, 0)).isEqualTo(experiment.position().at(0));
            });
  }

  @Test
  void startsOfTheirOwnAreRefusedWhereOneIsNeeded() {
    String uniform = "{ type: uniform, low: -1, high: 1 }";
    assertThat(
            JobText.problems(
                JobText.with("start", uniform, "domain", "{ type: around-start, radius: 1 }")))
        .singleElement()
        .asString()
        .contains("around-start needs one start for all trajectories");
    assertThat(JobText.problems(JobText.with("start", "{ type: unifrom, low: 0, high: 1 }")))
        .singleElement()
        .asString()
        .contains("unknown start", "uniform");
    assertThat(JobText.problems(JobText.with("start", "{ type: uniform, low: 1, high: 0 }")))
        .singleElement()
        .asString()
        .contains("low must be below high");
    assertThat(JobText.problems(JobText.with("start", "initial-weights")))
        .singleElement()
        .asString()
        .contains("start initial-weights needs an objective");
  }

  /** Numbers belong to trajectories, so that neither lanes nor their refilling change a digit. */
  @Test
  void lanesDoNotMatter() {
    Cell cell = cell("{ type: uniform, low: -2, high: -0.5 }", JobText.HALF_LINE);
    ExitSummary one =
        Simulation.run(
                cell.experiment(),
                cell.randomKey(),
                ExitTimes.keepingBelow(0),
                new Chunk(0, 0, 100),
                1)
            .summary();
    ExitSummary many =
        Simulation.run(
                cell.experiment(),
                cell.randomKey(),
                ExitTimes.keepingBelow(0),
                new Chunk(0, 0, 100),
                17)
            .summary();
    assertThat(many).isEqualTo(one);
  }
}
