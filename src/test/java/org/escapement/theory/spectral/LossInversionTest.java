package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.complex.Complex;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LossInversionTest {

  @ParameterizedTest
  @CsvSource({
    "4, 0.3, 0, 30, 1e-5",
    "4, 0.3, 0, 3000, 1e-5",
    "4, 0.3, 0.4, 100, 1e-5",
    "4, 0.29, -0.34, 1000, 1e-5",
    "4, 0.05, 0.9, 1000, 1e-5",
    "4, 1.1, 0, 200, 1e-5",
    "4, 2, 0, 200, 1e-5",
    "4, 0.5, 0.8, 500, 1e-5",
    "64, 1.5, 0.8, 300, 1e-5",
    "64, 0.1, -0.9, 1000, 1e-5",
    "1024, 1, 0, 20000, 1e-3",
    "1024, 1.9, 0, 100, 1e-3"
  })
  void isTheRecursionWithinItsError(int batch, double alpha, double beta, long t, double relative) {
    SpectralProblem problem = Problems.noisy(batch);
    Step step = new Step(alpha, beta);
    double exact = LossRecursion.loss(problem, step, t);
    LossInversion.Approximation loss = new LossInversion(problem, step).at(t);

    assertThat(loss.error()).isLessThanOrEqualTo(relative * exact);
    assertThat(loss.value()).isCloseTo(exact, within(loss.error() / 2 + 1e-9 * exact));
  }

  @Test
  void fewStepsAreMadeOneByOne() {
    SpectralProblem problem = Problems.noisy(4);
    Step step = new Step(0.3, 0.4);
    assertThat(new LossInversion(problem, step).at(29))
        .isEqualTo(new LossInversion.Approximation(LossRecursion.loss(problem, step, 29), 0));
  }

  @Test
  void wholeCurveOnACircle() {
    SpectralProblem problem = Problems.first(4);
    Step step = new Step(0.3, 0.5);
    GeneratingFunctions functions = problem.generating(step);
    int nodes = 512;
    double r = 0.9;
    for (int t = 0; t <= 60; t += 5) {
      double sum = 0;
      for (int j = 0; j < nodes; j++) {
        double angle = 2 * Math.PI * j / nodes;
        Complex z = new Complex(r * FastMath.cos(angle), r * FastMath.sin(angle));
        Complex turn = new Complex(FastMath.cos(angle * t), -FastMath.sin(angle * t));
        sum += functions.loss(z, z.negate().add(1)).multiply(turn).getReal();
      }
      double loss = sum / nodes / FastMath.pow(r, t);
      assertThat(loss).isCloseTo(LossRecursion.loss(problem, step, t), within(1e-12));
    }
  }

  @Test
  void theSumOfAllLosses() {
    SpectralProblem problem = Problems.first(16);
    Step step = new Step(0.5, 0.8);
    LossRecursion recursion = new LossRecursion(problem, step);
    double sum = 0;
    for (int t = 0; t < 5000; t++) {
      recursion.advanceTo(t);
      sum += recursion.loss();
    }
    GeneratingFunctions functions = problem.generating(step);
    assertThat(functions.signal(1) / (2 * (1 - functions.noise(1))))
        .isCloseTo(sum, within(1e-12 * sum));
  }

  // From an independent program: nu = 2, kappa = 5, c_k = k^-6, alpha = 0.3, gamma = 0.5.
  @Test
  void manyStepsInTheNoisePhase() {
    SpectralProblem problem = Problems.powers(2, 5, 10_000_000, 0.5, 1);
    Step step = new Step(0.3, 0);
    LossInversion loss = new LossInversion(problem, step);

    Numbers.assertDigits(loss.at(1000).value(), "1.78677e-6", "t = 1e3");
    Numbers.assertDigits(loss.at(10_000).value(), "5.51581e-8", "t = 1e4");
    Numbers.assertDigits(loss.at(100_000).value(), "1.73999e-9", "t = 1e5");
    Numbers.assertDigits(loss.localExponent(10_000), "-1.5027", "slope");
  }

  // The same: nu = 1.5, kappa = 0.75, c_k = k^-1.75, alpha = 0.5, gamma = 0.1, d = 1e7.
  @Test
  void manyStepsInTheSignalPhase() {
    SpectralProblem problem = Problems.powers(1.5, 0.75, 10_000_000, 0.1, 1);
    Step step = new Step(0.5, 0);
    LossInversion loss = new LossInversion(problem, step);

    Numbers.assertDigits(problem.generating(step).noise(1), "0.07376", "noise gain");
    Numbers.assertDigits(loss.at(10_000).value(), "0.00636846", "t = 1e4");
    Numbers.assertDigits(loss.localExponent(10_000), "-0.4999", "slope");
  }

  @ParameterizedTest
  @CsvSource({"1, .3065 .1511 .0656", "10, .3065 .1511 .0656", "100, .3071 .1525 .0663"})
  void losesByBudget(int batch, String expected) {
    long n = 10_000;
    SpectralProblem problem =
        Problems.powers(1.3, 0.34, n, BatchNoise.withoutReplacement(n, batch), 1);
    LossInversion loss = new LossInversion(problem, new Step(0.012 * batch, 0));
    String[] words = expected.split(" ");
    for (int i = 0; i < words.length; i++) {
      long t = Math.round(StrictMath.pow(10, i + 3)) / batch;
      Numbers.assertDigits(
          loss.at(t).value() / problem.modes().startLoss(), words[i], "budget " + i);
    }
  }
}
