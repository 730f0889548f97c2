package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.escapement.report.ReportPage;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class QuantilesTableTest {
  private static final String JOB =
      """
      question: How far apart do losses fall?
      objective: { type: quadratic, curvature: [1.0, 0.5] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.1 }
      start: [3.0, 3.0]
      domain: { type: whole-space }
      horizon: 100
      trajectories: 500
      seed: 1
      measure:
        - { type: quantiles, of: [loss, second], levels: [0.1, 0.5], at: { type: linear, points: 4 } }
      sweep: { dynamics.step-size: [0.1, 0.2] }
      """;

  @Test
  void hasARowForEachCellStepQuantityAndLevel() {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    Study study = JobFile.parse(JOB, "apart.yaml", List.of());
    StudyResult result =
        new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
            .run();
    Table table = result.table("quantiles");
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly(
            "cell",
            "step_size",
            "quantity",
            "step",
            "time",
            "i",
            "j",
            "quantile_level",
            "quantile",
            "ci_low",
            "ci_high",
            "std_error",
            "trajectories");
    assertThat(table.rows()).hasSize(2 * 4 * 3 * 2);
    Object[] row = table.rows().get(24 + 6 * 3 + 3);
    assertThat(Arrays.copyOf(row, 8)).containsExactly(1L, 0.2, "second", 100L, 20.0, 1L, 1L, 0.5);
    assertThat((double) row[9]).isLessThan((double) row[8]).isPositive();
    assertThat((double) row[10]).isGreaterThan((double) row[8]);
    assertThat(row[12]).isEqualTo(500L);
    assertThat(result.tables()).extracting(Table::name).doesNotContain("moments");
    assertThat(ReportPage.of(study, result.tables()))
        .contains("<h2>Quantiles</h2>", "<path class=\"band\" d=\"M")
        .contains("loss. Lines: 50 %; bands: from 10 % to 50 % of the trajectories lie below.")
        .contains("second.1.1. Lines");
  }

  @Test
  void refusesMoreNumbersThanADriverHolds() {
    assertThatThrownBy(() -> JobFile.parse(JOB, "apart.yaml", List.of("trajectories=1000000")))
        .hasMessageContaining(
            "measure: 2.40e+07 numbers would be kept, of which there may be 2e7: ask for fewer"
                + " trajectories, steps, words or cells");
  }

  @Test
  void oneQuantityIsMeasuredOnce() {
    String two = JOB.replace("sweep:", "  - { type: quantiles, of: [loss] }\nsweep:");
    assertThatThrownBy(() -> JobFile.parse(two, "apart.yaml", List.of()))
        .hasMessageContaining("measure quantiles: there are two of the same thing");
  }
}
