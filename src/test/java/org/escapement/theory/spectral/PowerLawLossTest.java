package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The constants come from an independent program. */
class PowerLawLossTest {

  @Test
  void constantsOfTheNoisePhase() {
    SpectralProblem problem = Problems.powers(2, 5, 10_000_000, 0.5, 1);
    Step step = new Step(0.3, 0);
    PowerLawLoss loss = PowerLawLoss.of(Problems.law(2, 5), problem, step).orElseThrow();

    Numbers.assertDigits(problem.generating(step).noise(1), ".12992", "noise gain");
    Numbers.assertDigits(problem.generating(step).signal(1), "1.9412", "V(1)");
    Numbers.assertDigits(loss.noise(), ".055008", "C_n");
    assertThat(loss.phase()).isEqualTo(PowerLawLoss.Phase.NOISE);
    double law = loss.noise() * StrictMath.pow(1e4, -1.5);
    Numbers.assertDigits(
        new LossInversion(problem, step).at(10_000).value() / law, "1.0027", "L / law");
  }

  @Test
  void constantsOfTheSignalPhase() {
    SpectralProblem problem = Problems.powers(1.5, 0.75, 10_000_000, 0.1, 1);
    PowerLawLoss loss =
        PowerLawLoss.of(Problems.law(1.5, 0.75), problem, new Step(0.5, 0)).orElseThrow();

    Numbers.assertDigits(loss.signal(), ".63787", "C_s");
    assertThat(loss.noise()).isZero();
    assertThat(loss.phase()).isEqualTo(PowerLawLoss.Phase.SIGNAL);
  }

  @Test
  void doubledEigenvaluesInTheNoisePhase() {
    SpectralProblem problem = Problems.noisy(4);
    Step step = new Step(0.3, 0);
    PowerLawLoss loss =
        PowerLawLoss.of(PowerLawModes.ofPairs(1, 1.5, 1, 3.5), problem, step).orElseThrow();

    Numbers.assertDigits(loss.signal(), "3.264", "C_s");
    Numbers.assertDigits(loss.noise(), "0.18315", "C_n");
    assertThat(loss.transition()).isBetween(17.5, 18.5);
    LossInversion exact = new LossInversion(problem, step);
    Numbers.assertDigits(exact.at(100).value() / loss.at(100), "0.982", "t = 100");
    Numbers.assertDigits(exact.at(1000).value() / loss.at(1000), "0.970", "t = 1000");
    Numbers.assertDigits(exact.at(2000).value() / loss.at(2000), "0.939", "t = 2000");
  }

  @Test
  void doubledEigenvaluesInTheSignalPhase() {
    SpectralProblem problem = Problems.torus(400, 0.125, BatchNoise.withoutReplacement(1024, 4), 1);
    PowerLawModes law = PowerLawModes.ofPairs(1, 1.5, 1, 0.75);
    double missing = law.tail() * StrictMath.pow(801, -0.75);
    PowerLawLoss loss = PowerLawLoss.of(law, problem, new Step(0.3, 0), missing).orElseThrow();

    Numbers.assertDigits(loss.signal(), "1.905", "C_s");
    Numbers.assertDigits(loss.left(), "0.0186", "missing tail");
    Numbers.assertDigits(loss.at(100), "0.1719", "t = 100");
    Numbers.assertDigits(loss.at(300), "0.0914", "t = 300");
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, 2.5, 0.11, 0, 1",
    "1.5, 3.5, 0.15, -0.3, 1",
    "2, 3, 0.2, 0.5, 1",
    "2, 5, 0.2, 0, -1"
  })
  void bothTermsTogether(double nu, double kappa, double alpha, double beta, double tau2) {
    SpectralProblem problem = Problems.powers(nu, kappa, 1_000_000_000_000L, 0.5, tau2);
    Step step = new Step(alpha, beta);
    PowerLawLoss law = PowerLawLoss.of(Problems.law(nu, kappa), problem, step).orElseThrow();
    LossInversion loss = new LossInversion(problem, step);

    assertThat(loss.at(1000).value() / law.at(1000)).isCloseTo(1, within(0.015));
    assertThat(loss.at(10_000).value() / law.at(10_000)).isCloseTo(1, within(0.008));
  }

  @Test
  void noiseMultipliesTheSignal() {
    Step step = new Step(0.3, 0.5);
    SpectralProblem problem = Problems.torus(400, 0.125, BatchNoise.withoutReplacement(1024, 4), 1);
    double ratio =
        LossRecursion.loss(problem, step, 300)
            / LossRecursion.loss(problem.withGamma(0), step, 300);
    Numbers.assertDigits(ratio, "1.6253", "L / L without noise");
    Numbers.assertDigits(1 / (1 - problem.generating(step).noise(1)), "1.6139", "1 / (1 - U)");
  }

  @Test
  void noLawWhereTheLossGrowsOrTheTraceIsInfinite() {
    SpectralProblem unstable = Problems.powers(1.5, 1, 1000, 1, 1);
    assertThat(PowerLawLoss.of(Problems.law(1.5, 1), unstable, new Step(0.9, 0))).isEmpty();
    SpectralProblem flat = Problems.powers(0.8, 1, 1000, 0.01, 1);
    assertThat(PowerLawLoss.of(Problems.law(0.8, 1), flat, new Step(0.1, 0))).isEmpty();
  }
}
