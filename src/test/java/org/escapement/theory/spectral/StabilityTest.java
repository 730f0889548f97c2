package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The thresholds come from an independent program, checked by recursions on both sides of them. */
class StabilityTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0.10, 0, 0.229811, 0.43514",
    "4, 0.30, 0, 0.181510, 1.23565",
    "4, 0.30, 0.5, 0.345379, 0.84612",
    "16, 1.0, 0, 0.193894, 1.84789",
    "16, 0.5, 0.8, 0.350216, 1.33516",
    "256, 1.0, 0, 0, 2"
  })
  void noiseGainAndCriticalStep(
      int batch, double alpha, double beta, String gain, String critical) {
    SpectralProblem problem = Problems.first(batch);
    Numbers.assertDigits(problem.generating(new Step(alpha, beta)).noise(1), gain, "noise gain");
    Numbers.assertDigits(Stability.criticalStep(problem, beta), critical, "critical step");
  }

  @Test
  void batchesWithReplacementAreNoisier() {
    SpectralProblem problem = Problems.first(16).withGamma(BatchNoise.withReplacement(16));
    Numbers.assertDigits(problem.generating(new Step(0.5, 0.8)).noise(1), "0.371136", "gain");
    Numbers.assertDigits(Stability.criticalStep(problem, 0.8), "1.27301", "critical step");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, -0.5, 0.51706",
    "1, 1, 0.9, 0.04835",
    "4, 1, -0.5, 0.88579",
    "4, 1, 0.9, 0.19231",
    "16, 1, -0.5, 0.97837",
    "16, 1, 0.9, 0.74863",
    "1, -1, -0.5, 0.41155",
    "1, -1, 0, 0.34471",
    "1, -1, 0.5, 0.18639",
    "1, -1, 0.9, 0.03852",
    "4, -1, -0.5, 0.77708",
    "4, -1, 0, 0.99313",
    "4, -1, 0.9, 0.15303"
  })
  void criticalStepWithMomentum(int batch, double tau2, double beta, String critical) {
    double gamma = BatchNoise.withoutReplacement(256, batch);
    SpectralProblem problem = Problems.torus(40, 0.5, gamma, tau2);
    double step = Stability.criticalStep(problem, beta);

    Numbers.assertDigits(step, critical, "critical step");
    assertThat(Growth.of(problem, new Step(0.98 * step, beta)).factor()).isLessThan(1);
    assertThat(Growth.of(problem, new Step(1.02 * step, beta)).factor()).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 1000, 1, 2.1477",
    "1.5, 1000, -1, 3.0975",
    "1.5, 10000000, 1, 2.2199",
    "1.5, 10000000, -1, 3.1477",
    "2, 10000000, 1, 1.1079",
    "2, 10000000, -1, 2.3979"
  })
  void criticalEigenvalueOfPowerLaws(double nu, long modes, double tau2, String expected) {
    SpectralProblem problem = Problems.powers(nu, 1, modes, 1, tau2);
    Numbers.assertDigits(
        Stability.criticalEigenvalue(problem).orElseThrow(), expected, "lambda_crit");
  }

  @Test
  void criticalEigenvalueBoundsTheEffectiveStepAndIsTightForLargeMomentum() {
    SpectralProblem problem = Problems.first(4);
    double lambda = Stability.criticalEigenvalue(problem).orElseThrow();
    Numbers.assertDigits(lambda, "4.112962", "lambda_crit");
    double bound = 2 / (problem.noise().gamma() * lambda);

    assertThat(Stability.criticalStep(problem, 0.5) / 0.5).isLessThan(0.9 * bound);
    assertThat(Stability.criticalStep(problem, 0.999) / 0.001)
        .isLessThan(bound)
        .isGreaterThan(0.99 * bound);
  }

  @Test
  void oneModeHasNoCriticalEigenvalueWhereItsNoiseVanishes() {
    SpectralModes one = SpectralModes.of(new double[] {1}, new double[] {1});
    assertThat(Stability.criticalEigenvalue(new SpectralProblem(one, new BatchNoise(1, 1, 1))))
        .isEmpty();
  }

  @Test
  void isotropicSpectrum() {
    SpectralModes spectrum =
        SpectralModes.of(new double[] {1}, new double[] {1}, new double[] {20});
    BatchNoise noise = new BatchNoise(0.2, 1, -1);
    SpectralProblem problem = new SpectralProblem(spectrum, noise);

    Numbers.assertDigits(Stability.criticalStep(problem, 0), "0.384615", "beta = 0");
    Numbers.assertDigits(Stability.criticalStep(problem, 0.5), "0.220588", "beta = 0.5");
    assertThat(Stability.isotropicCriticalStep(1, 20, noise, 0.5))
        .isCloseTo(Stability.criticalStep(problem, 0.5), within(1e-12));
    assertThat(Growth.of(problem, new Step(0.3, 0)).factor())
        .isCloseTo(Stability.isotropicGrowth(0.3, 20, noise), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"10000, 0.693", "100000, 1.154", "1000000, 1.885"})
  void slowDecayOfEigenvaluesIsUnstableForManyModes(long modes, String gain) {
    SpectralProblem problem = Problems.powers(0.8, 0.5, modes, 0.1, 1);
    Numbers.assertDigits(problem.generating(new Step(0.5, 0)).noise(1), gain, "noise gain");
  }

  @Test
  void whereTheLossBeginsToGrow() {
    // Minima seen at t = 1770 and 910 for 1e5 and 1e6 modes.
    assertThat(turn(100_000)).isBetween(1700L, 1850L);
    assertThat(turn(1_000_000)).isBetween(880L, 940L);
  }

  private static long turn(long modes) {
    LossRecursion recursion =
        new LossRecursion(Problems.powers(0.8, 0.5, modes, 0.1, 1), new Step(0.5, 0));
    double before = recursion.loss();
    for (long t = 1; ; t++) {
      recursion.advanceTo(t);
      if (recursion.loss() > before) {
        return t;
      }
      before = recursion.loss();
    }
  }

  @Test
  void unstableBeyondThePoleWhereTheGainIsNegative() {
    // One mode of a stream: 1 - 2a + 3a^2 is more than 1 for a > 2/3, the pole is at 1.
    SpectralModes one = SpectralModes.of(new double[] {1}, new double[] {1});
    SpectralProblem problem = new SpectralProblem(one, new BatchNoise(1, 1, -1));
    assertThat(problem.generating(new Step(1.5, 0)).noise(1)).isNegative();
    assertThat(Stability.isStable(problem, new Step(1.5, 0))).isFalse();
    assertThat(Stability.criticalStep(problem, 0)).isCloseTo(2.0 / 3, within(1e-12));
  }
}
