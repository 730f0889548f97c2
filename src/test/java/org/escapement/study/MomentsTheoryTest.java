package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.study.job.JobFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measured moments beside their exact values. A right program fails one of these with probability
 * below 1e-7: some hundred comparisons, each within 6.5 standard errors.
 */
@Tag("digits")
class MomentsTheoryTest {
  private static final double MOST_ERRORS = 6.5;

  private static Table theory(String job) {
    MemoryStorage storage = new MemoryStorage();
    StudyRun.Environment nowhere = new StudyRun.Environment("", "", "", "");
    Study study = JobFile.parse(job, "moments.yaml", List.of());
    return new StudyRun(study, new LocalRunner(2, storage), storage, new RunListener() {}, nowhere)
        .run()
        .table("theory");
  }

  private static int column(Table table, String name) {
    return IntStream.range(0, table.columns().size())
        .filter(k -> table.columns().get(k).name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void allAgree(Table theory, String prediction, int rows) {
    int name = column(theory, "prediction");
    int z = column(theory, "z");
    int verdict = column(theory, "verdict");
    List<Object[]> exact =
        theory.rows().stream().filter(row -> row[name].equals(prediction)).toList();
    assertThat(exact)
        .hasSize(rows)
        .allSatisfy(
            row -> {
              assertThat(row[verdict]).isEqualTo("agrees");
              assertThat((double) row[z]).isBetween(-MOST_ERRORS, MOST_ERRORS);
            });
  }

  @Test
  void annealedMomentumOnAQuadratic() {
    Table theory =
        theory(
            """
            question: Does annealing help?
            objective: { type: full-quadratic, hessian: [[1.0, 0.3], [0.3, 0.5]] }
            noise: { type: gaussian, scale: 1.0 }
            dynamics:
              type: heavy-ball
              step-size: { type: piecewise, values: [0.1, 0.01, 0.1], from: [0, 20, 70] }
              momentum: { type: piecewise, values: [0.9, 0.0], from: [0, 70] }
            start: [5.0, -1.0]
            domain: { type: whole-space }
            horizon: 80
            trajectories: 20000
            seed: 3
            measure:
              - { type: moments, of: [loss, mean, second, cross], at: { type: steps, steps: [20, 70, 80] } }
            sweep: { noise.type: [gaussian, rademacher] }
            """);
    allAgree(theory, "exact-moments", 2 * 3 * 6);
  }

  @Test
  void doubleWellWithoutMomentum() {
    Table theory =
        theory(
            """
            question: How does it fall?
            objective: { type: double-well, depth: 0.25, half-width: 1.0 }
            noise: { type: gaussian, scale: 1.0 }
            dynamics: { type: sgd, step-size: 0.1 }
            start: [0.5]
            domain: { type: whole-space }
            horizon: 10
            trajectories: 20000
            seed: 3
            measure:
              - { type: moments, of: [loss, mean, second, norm], at: { type: linear, points: 5 } }
            """);
    allAgree(theory, "exact-moments", 5 * 4);
  }

  @Test
  void characteristicFunctionOfHeavyTails() {
    Table theory =
        theory(
            """
            question: How far does momentum carry stable noise?
            objective: { type: quadratic, curvature: [1.0, 0.2] }
            noise: { type: stable, alpha: 1.5, scale: 1.0 }
            dynamics: { type: heavy-ball, step-size: 0.1, momentum: 0.9 }
            start: [1.0, -1.0]
            domain: { type: whole-space }
            horizon: 50
            trajectories: 10000
            seed: 3
            measure:
              - { type: characteristic, frequency: 1.5, at: { type: linear, points: 5 } }
            sweep: { noise.alpha: [0.8, 1.5] }
            """);
    allAgree(theory, "exact-characteristic", 2 * 5 * 2);
  }

  @Test
  void velocitiesInTheEigenbasis() {
    Table theory =
        theory(
            """
            question: How fast do they move?
            objective: { type: full-quadratic, hessian: [[1.0, 0.3], [0.3, 0.5]] }
            noise: { type: gaussian, scale: 1.0 }
            dynamics: { type: heavy-ball, step-size: 0.1, momentum: 0.8 }
            start: [5.0, -1.0]
            domain: { type: whole-space }
            horizon: 60
            trajectories: 20000
            seed: 3
            measure:
              - type: moments
                of: [mean, velocity, second, cross, velocity-second, velocity-cross,
                     position-velocity, position-velocity-cross]
                at: { type: linear, points: 2 }
                basis: eigenbasis
                about: solution
            sweep:
              dynamics.type: [heavy-ball, pytorch-momentum, normalised-heavy-ball, nesterov]
            """);
    allAgree(theory, "exact-moments", 4 * 2 * (2 + 2 + 2 + 1 + 2 + 1 + 2 + 2));
  }

  /**
   * x' = (1 - eta) x - eta sqrt(s^2 + 9 x^2) xi has a finite mean square for eta < 0.2 only. At
   * 0.02 the loss is light-tailed; at 0.21, after 60 steps, the logarithm of x^2 has a variance of
   * some 100.
   */
  @Test
  void theMeanOfALossJustAboveTheCriticalStepSizeIsNotJudged() {
    Table theory =
        theory(
            """
            question: Who carries the mean?
            objective: { type: quadratic, curvature: [1.0] }
            noise: { type: state-dependent, scale: 0.1, slope: 3.0 }
            dynamics: { type: sgd, step-size: 0.02 }
            start: [1.0]
            domain: { type: whole-space }
            horizon: 60
            trajectories: 20000
            seed: 3
            measure: [ { type: moments, of: [loss] } ]
            sweep: { dynamics.step-size: [0.02, 0.21] }
            """);
    int verdict = column(theory, "verdict");
    int name = column(theory, "prediction");
    assertThat(theory.rows().stream().filter(row -> row[name].equals("exact-moments")))
        .extracting(row -> row[verdict])
        .containsExactly("agrees", "heavy-tailed");
  }

  /** Nobody knows how single losses are spread here: the measured skewness must do. */
  @Test
  void aWellBehavedLossOfUnknownSpreadIsJudged() {
    Table theory =
        theory(
            """
            question: How does it fall?
            objective: { type: linear-regression, spectrum: { type: isotropic, modes: 3 }, batch: 10, label-noise: 0.5 }
            noise: none
            dynamics: { type: sgd, step-size: 0.05 }
            start: [1.0, 0.0, 0.0]
            domain: { type: whole-space }
            horizon: 40
            trajectories: 20000
            seed: 3
            measure: [ { type: moments, of: [loss] } ]
            """);
    allAgree(theory, "exact-regression-moments", 1);
  }
}
