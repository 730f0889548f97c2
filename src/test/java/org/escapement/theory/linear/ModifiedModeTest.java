package org.escapement.theory.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.function.Function;
import org.escapement.theory.experiment.Approximated;
import org.escapement.theory.experiment.Approximated.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifiedModeTest {

  private static double loss(
      double[] lambdas,
      double steps,
      double start,
      Approximated optimizer,
      Function<ModifiedMode, Optional<LinearDiffusion>> equation) {
    double loss = 0;
    for (double lambda : lambdas) {
      ModifiedMode mode = new ModifiedMode(optimizer, lambda, lambda * lambda, 0);
      StateLaw law = equation.apply(mode).orElseThrow().positionAfter(steps, start);
      loss += 0.5 * lambda * law.product(0, 0).mean();
    }
    return loss;
  }

  // Losses at T = 2, lambda = (1, 1/2, 1/4), x0 = 2, noise of deviation lambda: that of SGD
  // exactly,
  // and how far the equations of order 1 and 2 are from it; by closed forms.
  @ParameterizedTest
  @CsvSource({
    "0.2, 0.392407426, 2.537e-2, -8.700e-3",
    "0.1, 0.372210965, 1.463e-2, -2.082e-3",
    "0.05, 0.363607203, 7.766e-3, -5.097e-4",
    "0.025, 0.359647933, 3.992e-3, -1.261e-4"
  })
  void sgd(double eta, double exact, double first, double second) {
    assertThat((lossOfSgd(eta, mode -> mode.modified(1)) - exact) / first)
        .isCloseTo(1, within(2e-4));
    assertThat((lossOfSgd(eta, mode -> mode.modified(2)) - exact) / second)
        .isCloseTo(1, within(5e-4));
    assertThat(lossOfSgd(eta, ModifiedMode::hessianAware)).isCloseTo(exact, within(6e-10));
  }

  private static double lossOfSgd(
      double eta, Function<ModifiedMode, Optional<LinearDiffusion>> equation) {
    Approximated sgd = new Approximated(Form.DESCENT, eta, 0, Optional.empty());
    return loss(new double[] {1, 0.5, 0.25}, 2 / eta, 2, sgd, equation);
  }

  // The same with momentum: lambda = (2, 1, 1/2), x0 = 1, mu = 1/2, T = 2.
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.41377091, -9.461e-3, -5.465e-3, 0.34314900, 6.116e-2, -5.218e-3",
    "0.025, 0.36553592, -4.474e-3, -1.387e-3, 0.33018605, 3.088e-2, -1.354e-3",
    "0.0125, 0.34161357, -2.175e-3, -3.494e-4, 0.32392106, 1.552e-2, -3.452e-4"
  })
  void momentum(
      double h, double ball, double b1, double b2, double nesterov, double n1, double n2) {
    assertThat((lossWithMomentum(1, Form.HEAVY_BALL, h) - ball) / b1).isCloseTo(1, within(3e-4));
    assertThat((lossWithMomentum(2, Form.HEAVY_BALL, h) - ball) / b2).isCloseTo(1, within(3e-4));
    assertThat((lossWithMomentum(1, Form.NESTEROV, h) - nesterov) / n1).isCloseTo(1, within(3e-4));
    assertThat((lossWithMomentum(2, Form.NESTEROV, h) - nesterov) / n2).isCloseTo(1, within(3e-4));
  }

  private static double lossWithMomentum(int order, Form form, double h) {
    Approximated optimizer = new Approximated(form, h * h, 1 - 0.5 * h, Optional.empty());
    return loss(new double[] {2, 1, 0.5}, 2 / h, 1, optimizer, mode -> mode.modified(order));
  }

  // E x^2 grows by exp((eta - 2 lambda) eta) a step where the noise is x.
  @Test
  void multiplicativeNoise() {
    for (double eta : new double[] {0.1, 0.01}) {
      ModifiedMode mode =
          new ModifiedMode(new Approximated(Form.DESCENT, eta, 0, Optional.empty()), 0.5, 0, 1);
      double second = mode.modified(1).orElseThrow().positionAfter(1, 3).product(0, 0).mean();
      assertThat(second / 9).isCloseTo(StrictMath.exp((eta - 1) * eta), within(1e-14));
      assertThat(mode.hessianAware()).isEmpty();
    }
  }

  // Var X -> h lambda / (2 mu) for noise of deviation lambda, and eta s^2 / (2 a (1 - beta)): the
  // same for 1 - beta = mu h, eta = h^2.
  @Test
  void stationary() {
    Approximated ball = new Approximated(Form.HEAVY_BALL, 0.01, 1 - 0.05, Optional.empty());
    ModifiedMode mode = new ModifiedMode(ball, 1, 1, 0);
    StateLaw late = mode.modified(1).orElseThrow().positionAfter(1e7, 1);
    assertThat(late.product(0, 0).mean()).isCloseTo(0.1, within(1e-10));
    assertThat(mode.overdamped().orElseThrow().positionAfter(1e7, 1).product(0, 0).mean())
        .isCloseTo(0.1, within(1e-10));
  }
}
