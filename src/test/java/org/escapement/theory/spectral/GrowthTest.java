package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The factors come from an independent program. */
class GrowthTest {

  @ParameterizedTest
  @CsvSource({"1, 0.6, 0, 1.0783237", "16, 1, 0.9, 1.0368434"})
  void factorPerStep(int batch, double alpha, double beta, String expected) {
    SpectralProblem problem = Problems.first(batch);
    Numbers.assertDigits(Growth.of(problem, new Step(alpha, beta)).factor(), expected, "growth");
  }

  @Test
  void lossOfAnUnstableProblem() {
    SpectralProblem problem = Problems.first(1);
    Step step = new Step(0.6, 0);
    Growth growth = Growth.of(problem, step);

    assertThat(LossRecursion.loss(problem, step, 40) / growth.loss(40))
        .isCloseTo(1.0003, within(6e-5));
    assertThat(LossRecursion.loss(problem, step, 300) / growth.loss(300))
        .isCloseTo(1, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"4, 0.3, 0", "4, 0.3, 0.5", "4, 0.5, -0.4", "256, 1, 0", "256, 1.5, 0.5"})
  void decayOfAStableProblem(int batch, double alpha, double beta) {
    SpectralProblem problem = Problems.first(batch);
    Step step = new Step(alpha, beta);
    // So late that the last mode is left, at e^-300.
    long late = (long) (300 / (2 * step.effective() * StrictMath.pow(40, -1.5)));
    double[] losses = LossRecursion.losses(problem, step, new long[] {late, late + 1});

    assertThat(Growth.of(problem, step).factor()).isCloseTo(losses[1] / losses[0], within(1e-7));
  }

  @Test
  void eigenvaluesThatDecaySlowlyAreUnstableForAnySmallStep() {
    // Ratio to the law for nu = 0.6 and infinitely many modes: 0.96 at alpha = 0.3, 0.993 at 0.01.
    assertThat(ratio(0.3)).isCloseTo(0.96, within(0.01));
    assertThat(ratio(0.01)).isCloseTo(0.993, within(0.002));
  }

  private static double ratio(double alpha) {
    double nu = 0.6;
    double gamma = 0.1;
    SpectralProblem problem = Problems.powers(nu, 1, 1_000_000_000_000_000_000L, gamma, 1);
    double law =
        StrictMath.pow(
            gamma
                * StrictMath.pow(alpha, 1 / nu)
                * StrictMath.pow(2, 1 / nu - 2)
                * Math.PI
                / (nu * StrictMath.sin(Math.PI * (2 - 1 / nu))),
            nu / (1 - nu));
    return StrictMath.log(Growth.of(problem, new Step(alpha, 0)).factor()) / law;
  }
}
