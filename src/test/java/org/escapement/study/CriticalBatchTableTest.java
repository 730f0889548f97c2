package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** C^2 = 20, epsilon = 1/2, eta = 0.1: b* is about 2 eta C^2/(1.9 epsilon^2) = 8.4 for SGD. */
@Tag("digits")
class CriticalBatchTableTest {
  private static final String JOB =
      """
      question: Which batch needs the fewest samples?
      objective: { type: quadratic, curvature: [1.0, 1.0] }
      noise: { type: minibatch, of: { type: gaussian, scale: 3.1622776601683795 }, size: 8 }
      dynamics: { type: sgd, step-size: 0.1 }
      start: [3.0, 4.0]
      domain: whole-space
      horizon: 3000
      trajectories: 10000
      seed: 7
      measure: [{ type: running-gradient, epsilon: 0.5 }]
      sweep:
        dynamics:
          - { type: sgd, step-size: 0.1 }
          - { type: normalised-heavy-ball, step-size: 0.1, momentum: 0.5 }
        noise.size: [2, 6, 8, 10, 16, 64]
      fits:
        - { quantity: ensemble-steps-to-epsilon, against: noise.size, law: critical-batch }
      """;

  private static StudyResult result() {
    Study study = JobFile.parse(JOB, "batch.yaml", List.of());
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("test", "none", "any", "any");
    return new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
        .run();
  }

  private static Object value(Table table, int row, String column) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    return table.rows().get(row)[columns.indexOf(column)];
  }

  /** A false alarm of the verdicts has the probability 1e-4, and the seed is fixed. */
  @Test
  void theRecipeBesideTheTruth() {
    StudyResult result = result();
    Table table = result.table("critical_batch");
    assertThat(table.rows()).hasSize(2);
    for (int row = 0; row < 2; row++) {
      assertThat(value(table, row, "cells")).isEqualTo(6L);
      assertThat(value(table, row, "points")).isEqualTo(5L);
      assertThat(value(table, row, "best_batch"))
          .isEqualTo(value(table, row, "predicted_best_batch"));
      assertThat(value(table, row, "edge")).isNull();
      assertThat((Double) value(table, row, "true_variance")).isCloseTo(20, within(1e-12));
      double critical = (Double) value(table, row, "critical_batch");
      double predicted = (Double) value(table, row, "predicted_critical_batch");
      // the standard error is some 0.05: ten of them
      assertThat(critical).isCloseTo(predicted, within(0.5)).isBetween(7.0, 10.0);
    }
    assertThat(value(table, 0, "factor")).isEqualTo(1.0);
    assertThat(value(table, 1, "factor")).isEqualTo(2.0);
    double best = (Double) value(table, 1, "best_batch");
    assertThat((Double) value(table, 1, "recipe_variance"))
        .isCloseTo(best * 0.25 / (0.1 * 2), within(1e-9));
    assertThat((Double) value(table, 1, "claimed_least")).isCloseTo(16, within(1e-9));
    Table theory = result.table("theory");
    assertThat(theory.rows())
        .extracting(
            row -> row[theory.columns().stream().map(Column::name).toList().indexOf("verdict")])
        .contains("agrees")
        .doesNotContain("disagrees");
  }
}
