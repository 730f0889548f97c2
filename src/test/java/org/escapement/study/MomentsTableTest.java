package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class MomentsTableTest {
  private static final Study STUDY =
      JobFile.parse(
          """
          question: How do two coordinates spread?
          objective: { type: quadratic, curvature: [1.0, 0.5] }
          noise: { type: gaussian, scale: 1.0 }
          dynamics: { type: heavy-ball, step-size: 0.1, momentum: 0.5 }
          start: [1.0, 0.0]
          domain: { type: whole-space }
          horizon: 100
          trajectories: 2000
          seed: 1
          measure: [ exit-time, { type: moments, of: [loss, second], at: { type: linear, points: 2 } } ]
          sweep: { dynamics.momentum: [0, 0.5] }
          """,
          "spread.yaml",
          List.of());

  @Test
  void hasARowForEachCellStepAndQuantity() {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    StudyResult result =
        new StudyRun(STUDY, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
            .run();
    Table table = result.table("moments");
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly(
            "cell",
            "momentum",
            "quantity",
            "step",
            "time",
            "i",
            "j",
            "mean",
            "std_error",
            "trajectories",
            "relative_deviation",
            "top_share",
            "skewness",
            "caution");
    assertThat(table.rows()).hasSize(2 * 2 * 3);
    Object[] row = table.rows().get(10);
    assertThat(Arrays.copyOf(row, 7)).containsExactly(1L, 0.5, "second", 100L, 10.0, 1L, 1L);
    assertThat(row[9]).isEqualTo(2000L);
  }
}
