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

  /**
   * Nearly without curvature x is a random walk, E x_t^2 = eta^2 t: a power law of slope 1. The
   * relative error of each of its means is sqrt(2 / 20000) = 0.01, so that the slope over three
   * decades of steps is within 0.03 of 1 but with probability 1e-9.
   */
  private static final String WALK =
      """
      question: Does the square of a random walk grow like time?
      objective: { type: quadratic, curvature: [1e-12] }
      noise: { type: gaussian, scale: 1.0 }
      dynamics: { type: sgd, step-size: 0.1 }
      start: [0.0]
      domain: whole-space
      horizon: 1000
      trajectories: 20000
      seed: 5
      measure: [{ type: moments, of: [second], at: { type: steps, steps: [1, 10, 100, 1000] } }]
      sweep: { dynamics.step-size: [0.1, 0.2] }
      fits:
        - { quantity: second.1.1, against: step, law: power }
        - { quantity: second.1.1, against: step, law: power, from: 10, to: 100 }
      """;

  @Test
  void aLineForEveryCellAlongItsSteps() {
    Table table = fits(WALK);
    List<Integer> measured = rows(table, 0, "null");
    List<Integer> exact = rows(table, 0, "exact-moments");
    assertThat(measured).hasSize(2);
    assertThat(exact).hasSize(2);
    for (int row : exact) {
      assertThat(value(table, row, "against")).isEqualTo("step");
      assertThat(value(table, row, "points")).isEqualTo(4L);
      assertThat((Double) value(table, row, "predicted")).isCloseTo(1, within(1e-8));
      assertThat((Double) value(table, row, "slope")).isCloseTo(1, within(0.03));
      assertThat(value(table, row, "verdict")).isEqualTo("agrees");
      assertThat(value(table, row, "chi_square")).isNull();
    }
    assertThat(value(table, exact.get(1), "step_size")).isEqualTo(0.2);
    assertThat(value(table, exact.get(1), "cell")).isEqualTo(1L);
  }

  /**
   * With four equal relative errors e at equal distances h the largest error of the slope is e (3/2
   * + 1/2 + 1/2 + 3/2) h / (5 h^2) = 0.8 e / h.
   */
  @Test
  void theErrorAlongStepsIsTheLargestThatItCanBe() {
    Table table = fits(WALK);
    double error = (Double) value(table, rows(table, 0, "exact-moments").get(0), "std_error");
    assertThat(error).isCloseTo(0.8 * 0.01 / StrictMath.log(10), within(0.0003));
  }

  @Test
  void onlyTheStepsAskedFor() {
    Table table = fits(WALK);
    int row = rows(table, 1, "exact-moments").get(0);
    assertThat(value(table, row, "against")).isEqualTo("step from 10 to 100");
    assertThat(value(table, row, "points")).isEqualTo(2L);
  }

  @Test
  void tooFewTrajectoriesGiveNoVerdictAlongSteps() {
    Table table = fits(WALK.replace("trajectories: 20000", "trajectories: 200"));
    int row = rows(table, 0, "exact-moments").get(0);
    assertThat(value(table, row, "verdict")).isEqualTo("too-few-trajectories");
  }
}
