package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.escapement.study.job.JobFile;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;

class PredictionsTableTest {
  private static final String JOB =
      """
      question: How fast does a quadratic forget?
      objective: { type: quadratic, curvature: [1.0] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.5 }
      start: [1.0]
      domain: whole-space
      horizon: 10
      trajectories: 100
      seed: 1
      measure: [{ type: moments, of: [second], at: { type: steps, steps: [5, 10] } }]
      sweep: { dynamics.step-size: [0.5, 0.1, 1.0] }
      """;

  private static Object value(Table table, Object[] row, String column) {
    return row[table.columns().stream().map(Column::name).toList().indexOf(column)];
  }

  private static Table table(String job, String... names) {
    List<Prediction> asked =
        PredictionEntries.all().stream().filter(p -> List.of(names).contains(p.name())).toList();
    return PredictionsTable.of(JobFile.parse(job, "job.yaml", List.of()), asked, done -> {});
  }

  /** E x_t^2 = a^2t + eta^2 (1 - a^2t) / (1 - a^2), a = 1 - eta. */
  @Test
  void saysWhatIsPredictedForEveryCellInOrder() {
    Table table = table(JOB, "exact-moments");
    assertThat(table.name()).isEqualTo("predictions");
    assertThat(table.rows()).hasSize(6);
    double[] etas = {0.5, 0.1, 1.0};
    for (int i = 0; i < 6; i++) {
      Object[] row = table.rows().get(i);
      long step = i % 2 == 0 ? 5 : 10;
      double eta = etas[i / 2];
      double a2 = (1 - eta) * (1 - eta);
      double power = StrictMath.pow(a2, step);
      double expected = power + eta * eta * (1 - power) / (1 - a2);
      assertThat(value(table, row, "cell")).isEqualTo((long) (i / 2));
      assertThat(value(table, row, "step_size")).isEqualTo(eta);
      assertThat(value(table, row, "step")).isEqualTo(step);
      assertThat(value(table, row, "quantity")).isEqualTo("second.1.1");
      assertThat((Double) value(table, row, "predicted"))
          .isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-12 * expected));
      assertThat(value(table, row, "kind")).isEqualTo("exact");
      assertThat(value(table, row, "source")).asString().isNotEmpty();
    }
  }

  @Test
  void tellsHowManyCellsAreDone() {
    List<Integer> done = new ArrayList<>();
    Study study = JobFile.parse(JOB, "job.yaml", List.of());
    PredictionsTable.of(study, List.of(), done::add);
    assertThat(done).containsExactly(1, 2, 3);
  }

  @Test
  void isEmptyWhereNothingApplies() {
    assertThat(table(JOB, "exact-walk").rows()).isEmpty();
  }
}
