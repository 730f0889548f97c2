package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The optima come from an independent program, two of them from the figures of the paper. */
class OptimalStepTest {
  private static final long INFINITE = 1_000_000_000_000_000L;

  @ParameterizedTest
  @CsvSource({
    "1, 1.5, 3.5, 1, 0.159, -0.44, 0.982",
    "1, 1.5, 3.5, 0.1, 0.525, -0.38, 0.950",
    "1, 1.5, 3.5, 0.01, 0.639, -0.36, 0.944",
    "1, 2, 5, 1, 0.306, -0.29, 0.978",
    "1, 2, 5, 0.1, 0.660, -0.26, 0.962",
    "-1, 1.5, 3.5, 1, 0.110, -0.37, 0.990",
    "-1, 1.5, 3.5, 0.1, 0.453, -0.35, 0.960"
  })
  void negativeMomentumWinsInTheNoisePhase(
      double tau2, double nu, double kappa, double gamma, String alpha, String beta, String gain) {
    SpectralProblem problem = Problems.powers(nu, kappa, INFINITE, gamma, tau2);
    var constant = OptimalStep.noiseConstant(problem, nu);
    OptimalStep best = OptimalStep.of(problem, constant, -0.9, 0.9);

    Numbers.assertDigits(best.step().alpha(), alpha, "alpha");
    Numbers.assertDigits(best.step().beta(), beta, "beta");
    Numbers.assertDigits(best.value() / OptimalStep.of(problem, constant, 0).value(), gain, "gain");
  }

  @Test
  void conditionForNegativeMomentum() {
    assertThat(OptimalStep.negativeMomentumRatio(Problems.law(1.5, 2).withSignal(INFINITE), 1.5))
        .isCloseTo(3, within(1e-6));
    Numbers.assertDigits(
        OptimalStep.negativeMomentumRatio(Problems.law(1.5, 3).withSignal(INFINITE), 1.5),
        "5.26",
        "ratio");
  }

  @ParameterizedTest
  @CsvSource({"1.5, 4, 0.1102, 0.1132", "2, 8, 0.2432, 0.2433"})
  void bestStepWithoutMomentum(double nu, double kappa, String formula, String optimum) {
    // 1e4 samples, batches of one, 1e4 steps.
    SpectralProblem problem = Problems.powers(nu, kappa, 10_000, 1, 1);
    Numbers.assertDigits(OptimalStep.noisePhase(problem, nu), formula, "formula");
    OptimalStep best = OptimalStep.of(problem, OptimalStep.lossAt(problem, 10_000), 0);
    Numbers.assertDigits(best.step().alpha(), optimum, "optimum");
  }

  @Test
  void bestStepOfTheSignalPhaseBalancesTheNoise() {
    // gamma tau2 = 1 and beta = 0: U = zeta / (1 + zeta) there.
    SpectralProblem problem = Problems.powers(2, 1, INFINITE, 1, 1);
    double zeta = 0.5;
    Step step = new Step(OptimalStep.signalPhase(problem, zeta), 0);

    assertThat(problem.generating(step).noise(1)).isCloseTo(1.0 / 3, within(1e-9));
    OptimalStep best = OptimalStep.of(problem, OptimalStep.signalConstant(problem, zeta), 0);
    assertThat(best.step().alpha()).isCloseTo(step.alpha(), within(1e-3));
  }

  @Test
  void positiveMomentumHelpsInTheSignalPhase() {
    SpectralProblem problem = Problems.first(4);
    var loss = OptimalStep.lossAt(problem, 100);
    OptimalStep best = OptimalStep.of(problem, loss, -0.9, 0.9);
    OptimalStep without = OptimalStep.of(problem, loss, 0);

    Numbers.assertDigits(best.value(), "0.006364", "loss");
    assertThat(best.step().beta()).isCloseTo(0.437, within(0.003));
    assertThat(best.step().alpha()).isCloseTo(0.436, within(0.003));
    Numbers.assertDigits(without.step().alpha(), "0.672", "alpha without momentum");
    Numbers.assertDigits(without.value(), "0.007050", "loss without momentum");
  }

  @ParameterizedTest
  @CsvSource({"10, 0.7273, -0.1429, -23.688, 0.9874", "1, 0.2020, -0.3469, -20.754, 0.9861"})
  void optimaOfTheHeatMaps(int batch, String alpha, String beta, String logLoss, String gain) {
    // 100 step sizes from 0 to 4, 50 momenta from -1 to 1, loss after 1e4 steps over n.
    int n = 1000;
    PowerLawModes law = new PowerLawModes(1, 1.5, 1, 3);
    double gamma = BatchNoise.withoutReplacement(n, batch);
    SpectralProblem problem = new SpectralProblem(law.withSignal(n), new BatchNoise(gamma, 1, 1));
    double sum = 2 * problem.modes().startLoss();
    var loss = OptimalStep.lossAt(problem, 10_000);
    Step best = new Step(4.0 / 99, 0);
    double least = Double.POSITIVE_INFINITY;
    double leastWithout = Double.POSITIVE_INFINITY;
    for (int i = 1; i < 100; i++) {
      for (int j = 1; j < 49; j++) {
        Step step = new Step(4.0 * i / 99, -1 + 2.0 * j / 49);
        double value = Stability.isStable(problem, step) ? loss.applyAsDouble(step) : least;
        if (value < least) {
          least = value;
          best = step;
        }
      }
    }
    leastWithout = OptimalStep.of(problem, loss, 0).value();
    Numbers.assertDigits(best.alpha(), alpha, "alpha");
    Numbers.assertDigits(best.beta(), beta, "beta");
    Numbers.assertDigits(StrictMath.log(least / sum / n), logLoss, "ln (L / n)");
    Numbers.assertDigits(least / leastWithout, gain, "gain");
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 2.5, .3406, .1477, 0",
    "1.5, 3.5, .0087, .0023, .0709",
    "2, 3, .5965, .3079, 0",
    "2, 5, .0065, .0100, .1402"
  })
  void momentumAtOneStepSize(
      double nu, double kappa, String negative, String none, String positive) {
    // ln (L / its minimum over beta) at beta = -0.3, 0, 0.3; alpha by the formula, 1e4 steps.
    SpectralProblem problem = Problems.powers(nu, kappa, 10_000, 1, 1);
    double alpha = OptimalStep.noisePhase(problem, nu);
    double least = Double.POSITIVE_INFINITY;
    for (int i = -30; i <= 30; i++) {
      least = Math.min(least, loss(problem, alpha, i / 100.0));
    }
    Numbers.assertDigits(StrictMath.log(loss(problem, alpha, -0.3) / least), negative, "-0.3");
    Numbers.assertDigits(StrictMath.log(loss(problem, alpha, 0) / least), none, "0");
    Numbers.assertDigits(StrictMath.log(loss(problem, alpha, 0.3) / least), positive, "0.3");
  }

  private static double loss(SpectralProblem problem, double alpha, double beta) {
    return new LossInversion(problem, new Step(alpha, beta)).at(10_000).value();
  }

  @Test
  void tunedNegativeMomentumOnDoubledEigenvalues() {
    SpectralProblem problem = Problems.noisy(4);
    double ratio =
        LossRecursion.loss(problem, new Step(0.29, -0.34), 2000)
            / LossRecursion.loss(problem, new Step(0.22, 0), 2000);
    Numbers.assertDigits(ratio, "0.9765", "ratio");
    double fixed =
        LossRecursion.loss(problem, new Step(0.3, 0.4), 2000)
            / LossRecursion.loss(problem, new Step(0.3, 0), 2000);
    Numbers.assertDigits(fixed, "1.4647", "ratio at one step size");
  }
}
