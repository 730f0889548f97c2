package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class HistogramsTableTest {
  private static final String JOB =
      """
      question: How do two coordinates spread?
      objective: { type: quadratic, curvature: [1.0, 0.5] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.1 }
      start: [0.0, 0.0]
      domain: { type: whole-space }
      horizon: 100
      trajectories: 2000
      seed: 1
      measure:
        - { type: histogram, coordinate: 2, low: -1, high: 1, bins: 4, at: { type: linear, points: 2 } }
      sweep: { dynamics.step-size: [0.1, 0.2] }
      """;

  @Test
  void hasARowForEachCellStepAndBin() {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    Study study = JobFile.parse(JOB, "spread.yaml", List.of());
    StudyResult result =
        new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
            .run();
    Table table = result.table("histograms");
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly(
            "cell",
            "step_size",
            "step",
            "time",
            "coordinate",
            "bin",
            "low",
            "high",
            "count",
            "share",
            "std_error",
            "density",
            "trajectories",
            "quantity");
    assertThat(table.rows()).hasSize(2 * 2 * 6);
    Object[] row = table.rows().get(6 * 3 + 2);
    assertThat(Arrays.copyOf(row, 8)).containsExactly(1L, 0.2, 100L, 20.0, 2L, 2L, -0.5, 0.0);
    assertThat((double) row[9]).isEqualTo((long) row[8] / 2000.0);
    assertThat((double) row[11]).isEqualTo((double) row[9] / 0.5);
    assertThat(row[13]).isEqualTo("histogram.2.2");
    assertThat(result.tables()).extracting(Table::name).doesNotContain("moments");
    long all = table.rows().stream().limit(6).mapToLong(r -> (long) r[8]).sum();
    assertThat(all).isEqualTo(2000);
  }

  @Test
  void oneCoordinateHasOneHistogram() {
    String two =
        JOB.replace(
            "sweep:", "  - { type: histogram, coordinate: 2, low: -2, high: 1, bins: 4 }\nsweep:");
    assertThatThrownBy(() -> JobFile.parse(two, "spread.yaml", List.of()))
        .hasMessageContaining("measure histogram: there are two of the same thing");
  }
}
