package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The losses in the tables come from an independent program: the recursion of all second moments
 * and simulations of it.
 */
class LossRecursionTest {
  private static final long[] FIRST_STEPS = {1, 2, 10, 50, 100, 200, 400, 1000};
  private static final long[] NOISY_STEPS = {100, 500, 1000, 2000, 3000};

  @ParameterizedTest
  @CsvSource({
    "1, 0.10, 0, 1.154618 1.001265 0.4001247 0.08757411 0.04336916 0.02044799 0.00886869"
        + " 0.002259182",
    "4, 0.30, 0, 0.8305371 0.5531125 0.1309000 0.02578784 0.01161261 0.004638417 0.001466539"
        + " 1.465899e-4",
    "4, 0.30, 0.5, 0.8305371 0.4576304 0.1066064 0.01722758 0.006870677 0.002180215 4.358259e-4"
        + " 1.088934e-5",
    "16, 1.0, 0, 0.3284602 0.1867395 0.04003819 0.006049487 0.002063572 4.771009e-4 5.071989e-5"
        + " 1.926838e-7",
    "16, 0.5, 0.8, 0.5451316 0.2649505 0.1172665 0.004902682 7.009753e-4 4.36206e-5 3.72391e-7"
        + " 7.569816e-13",
    "256, 1.0, 0, 0.1994691 0.1303176 0.02925715 0.004457415 0.001518395 3.497571e-4 3.696988e-5"
        + " 1.390652e-7"
  })
  void translationInvariantData(int batch, double alpha, double beta, String expected) {
    check(Problems.first(batch), new Step(alpha, beta), FIRST_STEPS, expected);
  }

  @Test
  void batchesWithReplacementAreNoisier() {
    SpectralProblem problem = Problems.first(16).withGamma(BatchNoise.withReplacement(16));
    String expected =
        "0.5471471 0.2698580 0.1247108 0.005513546 7.802044e-4 4.844126e-5 4.142359e-7"
            + " 8.459526e-13";
    check(problem, new Step(0.5, 0.8), FIRST_STEPS, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.22, 0, 5.045638e-4 4.613918e-5 1.753350e-5 6.680736e-6 3.761948e-6",
    "0.29, -0.34, 5.012172e-4 4.518799e-5 1.713459e-5 6.523865e-6 3.674217e-6",
    "0.30, 0, 4.56552e-4 4.688161e-5 1.808454e-5 6.88213e-6 3.836998e-6",
    "0.30, 0.4, 6.164025e-4 6.99744e-5 2.710363e-5 1.008015e-5 5.434482e-6"
  })
  void noisePhase(double alpha, double beta, String expected) {
    check(Problems.noisy(4), new Step(alpha, beta), NOISY_STEPS, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.30, 0, .5479832 .170018 .09131765 .04227243",
    "0.15, 0.5, .5623204 .1685062 .09030286 .04176475",
    "0.30, 0.5, .5093052 .1491683 .07735065 .03278825"
  })
  void signalPhase(double alpha, double beta, String expected) {
    SpectralProblem problem = Problems.torus(400, 0.125, BatchNoise.withoutReplacement(1024, 4), 1);
    check(problem, new Step(alpha, beta), new long[] {10, 100, 300, 1000}, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.15, 0, .24785 .0738068 .0195078",
    "4, 0.5, 0, .0993536 .0233737 .00301996",
    "4, 0.5, -0.5, .129966 .0339453 .0060715"
  })
  void streamOfNormalData(int batch, double alpha, double beta, String expected) {
    double[] lambda = new double[30];
    double[] signal = new double[30];
    for (int m = 1; m <= 30; m++) {
      lambda[m - 1] = StrictMath.pow(m, -1.5);
      signal[m - 1] = lambda[m - 1] * StrictMath.pow(m, -0.5);
    }
    SpectralProblem problem =
        new SpectralProblem(
            SpectralModes.of(lambda, signal),
            new BatchNoise(BatchNoise.withReplacement(batch), 1, -1));
    check(problem, new Step(alpha, beta), new long[] {10, 50, 200}, expected);
  }

  @Test
  void isotropicStreamIsAPowerOfOneFactor() {
    SpectralModes spectrum =
        SpectralModes.of(new double[] {1}, new double[] {1}, new double[] {20});
    BatchNoise noise = new BatchNoise(0.2, 1, -1);
    SpectralProblem problem = new SpectralProblem(spectrum, noise);

    assertThat(LossRecursion.loss(problem, new Step(0.2, 0), 25))
        .isCloseTo(0.5 * StrictMath.pow(0.808, 25), within(1e-15));
    assertThat(Stability.isotropicGrowth(0.2, 20, noise)).isCloseTo(0.808, within(1e-14));
    check(problem, new Step(0.15, 0.5), new long[] {5, 10, 20}, ".221138 .117935 .0332937");
  }

  @Test
  void onSmallStepsOnlyTheBudgetCounts() {
    // Losses at 320, 800, 3200 samples.
    check(
        Problems.first(1),
        new Step(0.05, 0),
        new long[] {320, 800, 3200},
        ".021712 .007261 .000722");
    check(
        Problems.first(4), new Step(0.2, 0), new long[] {80, 200, 800}, ".021734 .007281 .000724");
    check(
        Problems.first(16), new Step(0.8, 0), new long[] {20, 50, 200}, ".022165 .007466 .000743");
  }

  static void check(SpectralProblem problem, Step step, long[] steps, String expected) {
    double[] losses = LossRecursion.losses(problem, step, steps);
    String[] words = expected.trim().split(" +");
    for (int i = 0; i < steps.length; i++) {
      Numbers.assertDigits(losses[i], words[i], "step " + steps[i]);
    }
  }
}
