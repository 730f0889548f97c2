package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class FitsTableTest {
  private static final String JOB =
      """
      question: Does the time to leave a well grow like an exponential?
      objective: { type: double-well, depth: 0.25, half-width: 1.0 }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.2 }
      start: [-1.0]
      domain: { type: half-space, normal: [-1.0], offset: -1.0 }
      horizon: 1e9
      trajectories: 2000
      seed: 7
      sweep:
        zip:
          dynamics.step-size: [0.2, 0.3, 0.4]
          horizon: [1e9, 2e9, 3e9]
        objective.depth: [0.25, 0.2]
      fits:
        - { quantity: mean_time, against: dynamics.step-size, law: exponential }
        - { quantity: mean_step, against: objective.depth, law: growth }
      """;

  private static Table fits(String job) {
    Study study = JobFile.parse(job, "fit.yaml", List.of());
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("test", "none", "any", "any");
    return new StudyRun(study, new LocalRunner(1, storage), storage, new RunListener() {}, nowhere)
        .run()
        .table("fits");
  }

  private static Object value(Table table, int row, String column) {
    List<String> columns = table.columns().stream().map(Column::name).toList();
    return table.rows().get(row)[columns.indexOf(column)];
  }

  private static List<Integer> rows(Table table, long fit, String prediction) {
    return java.util.stream.IntStream.range(0, table.rows().size())
        .filter(i -> value(table, i, "fit").equals(fit))
        .filter(i -> prediction.equals(String.valueOf(value(table, i, "prediction"))))
        .boxed()
        .toList();
  }

  /**
   * The slope of depth 0.25 is 0.5 in the limit of small steps, and the prefactor and the step size
   * add to it; PredictionsTest); a family-wise false alarm has probability 1e-4 and the seed is
   * fixed.
   */
  @Test
  void oneGroupForEachValueOfTheOtherAxes() {
    Table table = fits(JOB);
    List<Integer> exact = rows(table, 0, "exact-walk");
    assertThat(exact).hasSize(2);
    for (int row : exact) {
      assertThat(value(table, row, "points")).isEqualTo(3L);
      assertThat(value(table, row, "verdict")).isEqualTo("agrees");
      assertThat(value(table, row, "step_size")).isNull();
      assertThat(value(table, row, "horizon")).isNull();
    }
    assertThat(value(table, exact.get(0), "depth")).isEqualTo(0.25);
    assertThat(value(table, exact.get(1), "depth")).isEqualTo(0.2);
    assertThat(value(table, exact.get(1), "cell")).isEqualTo(1L);
    double slope = (Double) value(table, exact.get(0), "slope");
    double predicted = (Double) value(table, exact.get(0), "predicted");
    double error = (Double) value(table, exact.get(0), "std_error");
    assertThat(value(table, exact.get(0), "z")).isEqualTo((slope - predicted) / error);
    assertThat(value(table, exact.get(0), "difference")).isEqualTo(slope - predicted);
    assertThat(predicted).isBetween(0.5, 0.7);
    int limit = rows(table, 0, "quasi-potential").get(0);
    assertThat(value(table, limit, "kind")).isEqualTo("limit");
    assertThat((Double) value(table, limit, "predicted")).isCloseTo(0.5, within(1e-9));
    assertThat(value(table, limit, "verdict")).isNull();
  }

  /** Of N = C exp(2 depth / (eta s^2)) the logarithm grows by 2 / (eta s^2) per depth. */
  @Test
  void growthAlongTheDepth() {
    Table table = fits(JOB);
    List<Integer> exact = rows(table, 1, "exact-walk");
    assertThat(exact).hasSize(3);
    assertThat(value(table, exact.get(0), "depth")).isNull();
    assertThat(value(table, exact.get(0), "step_size")).isEqualTo(0.2);
    assertThat((Double) value(table, exact.get(0), "predicted")).isBetween(3.0, 10.0);
    assertThat(rows(table, 1, "null")).hasSize(3);
    assertThat(rows(table, 1, "quasi-potential")).isEmpty();
  }

  @Test
  void tooFewExitsGiveNoVerdict() {
    Table table = fits(JOB.replace("trajectories: 2000", "trajectories: 500"));
    int row = rows(table, 0, "exact-walk").get(0);
    assertThat(value(table, row, "verdict")).isEqualTo("too-few-exits");
    assertThat(value(table, row, "z")).isNotNull();
  }

  @Test
  void cellsWithoutANumberAreLeftOut() {
    Table table = fits(JOB.replace("trajectories: 2000", "trajectories: 10"));
    int row = rows(table, 0, "null").get(0);
    assertThat(value(table, row, "points")).isEqualTo(0L);
    assertThat(value(table, row, "slope")).isNull();
    assertThat(rows(table, 0, "exact-walk")).isEmpty();
  }

  /**
   * The second moment at the horizon of x' = x - eta (a x + s xi) from 0 is eta s^2 / (a (2 - eta
   * a)) (1 - (1 - eta a)^2N): by itself almost proportional to the step size. The slope's standard
   * error is 0.032, so that a bar of 0.17 fails by chance with probability 1e-7.
   */
  @Test
  void readingsAtTheHorizon() {
    String job =
        JOB.replaceFirst("objective:.*", "objective: { type: quadratic, curvature: [1.0] }")
                .replaceFirst("start:.*", "start: [0.0]")
                .replaceFirst("domain:.*", "domain: whole-space")
                .replaceFirst("horizon:.*", "horizon: 100")
                .replaceFirst("(?s)sweep:.*", "")
            + """
            measure: [{ type: moments, of: [second] }]
            sweep: { dynamics.step-size: [0.1, 0.2, 0.4] }
            fits: [{ quantity: second.1.1, against: dynamics.step-size, law: power }]
            """;
    Table table = fits(job);
    int row = rows(table, 0, "null").get(0);
    assertThat(value(table, row, "points")).isEqualTo(3L);
    double expected = 1 + StrictMath.log(1.9 / 1.6) / StrictMath.log(4);
    assertThat((Double) value(table, row, "std_error")).isLessThan(0.033);
    assertThat((Double) value(table, row, "slope")).isCloseTo(expected, within(0.17));
  }
}
