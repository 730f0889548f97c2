package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.junit.jupiter.api.Test;

/** Momentum that follows a noise level. */
class NoiseLevelMomentumTest {
  private static final double VARIANCE = 25.318;
  private static final double SLOPE = 1.77;
  private static final Schedule ETA = new Constant(0.1);

  /**
   * Noise levels of heavy ball at eta .1, momentum .9 for batches 8 and 128, of which the larger is
   * 1.6522: with the batch size and the level of the table the momentum has to stay what it is.
   */
  @Test
  void staysWhereTheLevelIsThatOfTheBatchSize() {
    Schedule size = new Piecewise(Vector.of(8, 128), Vector.of(0, 10));
    Schedule level = new Piecewise(Vector.of(2.2780, 1.6522), Vector.of(0, 10));
    Schedule momentum =
        new NoiseLevelMomentum("heavy-ball", 0.9, level, ETA, size, VARIANCE, SLOPE);
    assertThat(momentum.at(0)).isEqualTo(0.9);
    assertThat(momentum.at(12)).isCloseTo(0.9, within(1e-5));
  }

  /** The published cubic, whose root it is, and the level that it is made for. */
  @Test
  void isARootOfTheCubicAndHasTheLevel() {
    Schedule level = new PolynomialStages(1, 200, 1, 0.9, 0.01);
    Schedule size = new Constant(32);
    Schedule momentum =
        new NoiseLevelMomentum("heavy-ball", 0.9, level, ETA, size, VARIANCE, SLOPE);
    double first = level(0.9, 32);
    double before = 0.9;
    for (int m = 1; m < 200; m++) {
      double beta = momentum.at(m);
      double wanted = first * level.at(m);
      double u = (wanted * wanted / 0.01 - VARIANCE / 32) / (SLOPE * SLOPE + VARIANCE / 32);
      double cubic = beta * (beta * (beta - (1 + u)) + 1 + 2 * u) - u;
      assertThat(beta).isBetween(0.0, before);
      if (u > 0) {
        assertThat(cubic).isCloseTo(0, within(1e-12));
        assertThat(level(beta, 32)).isCloseTo(wanted, within(1e-12));
      } else {
        assertThat(beta).isEqualTo(0);
      }
      before = beta;
    }
    assertThat(before).isEqualTo(0);
  }

  /** eta sqrt((1 + c) C^2/b + c K^2), c = beta (beta^2 - beta + 1)/(1 - beta)^2. */
  private static double level(double beta, double size) {
    double c = beta * (beta * beta - beta + 1) / ((1 - beta) * (1 - beta));
    return 0.1 * Math.sqrt((1 + c) * VARIANCE / size + c * SLOPE * SLOPE);
  }

  /** 1 - beta' = (1 - beta) eta'^2 b/(gamma^2 eta^2 b'), with gamma the ratio of the levels. */
  @Test
  void followsTheFormulaOfTheNormalisedHeavyBall() {
    Schedule eta = new Piecewise(Vector.of(0.1, 0.07), Vector.of(0, 5));
    Schedule size = new Piecewise(Vector.of(32, 48), Vector.of(0, 5));
    Schedule level = new Piecewise(Vector.of(1, 0.8), Vector.of(0, 5));
    Schedule momentum = new NoiseLevelMomentum("normalised", 0.9, level, eta, size, 7, 3);
    double rest = 0.1 * (0.07 * 0.07) * 32 / (0.8 * 0.8 * (0.1 * 0.1) * 48);
    assertThat(momentum.at(5)).isCloseTo(1 - rest, within(1e-15));
    Schedule low = new Piecewise(Vector.of(1, 0.01), Vector.of(0, 5));
    assertThat(new NoiseLevelMomentum("normalised", 0.9, low, eta, size, 7, 3).at(5)).isZero();
  }

  @Test
  void knowsTwoForms() {
    assertThatThrownBy(
            () -> new NoiseLevelMomentum("nesterov", 0.9, ETA, ETA, new Constant(1), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("form must be heavy-ball or normalised, got nesterov");
  }
}
