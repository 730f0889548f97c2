package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FitLawTest {
  private static final double[] PLACES = {0.05, 0.1, 0.4, 2};

  /** Numbers that obey a law exactly lie on a line with its slope, whatever the weights. */
  private static void hasSlope(FitLaw law, double expected, DoubleUnaryOperator quantity) {
    double[] x = new double[PLACES.length];
    double[] y = new double[PLACES.length];
    double[] error = new double[PLACES.length];
    for (int i = 0; i < PLACES.length; i++) {
      double q = quantity.applyAsDouble(PLACES[i]);
      x[i] = law.x(PLACES[i]);
      y[i] = law.y(PLACES[i], q);
      error[i] = law.error(PLACES[i], q, 0.01 + 0.1 * i);
    }
    WeightedLine line = WeightedLine.through(x, y, error).orElseThrow();
    assertThat(line.slope()).isCloseTo(expected, within(1e-12));
    assertThat(line.chiSquare().orElseThrow()).isCloseTo(0, within(1e-12));
  }

  @Test
  void eachFindsItsSlope() {
    hasSlope(FitLaw.EXPONENTIAL, 0.5, a -> 4.4 * StrictMath.exp(0.5 / a));
    hasSlope(FitLaw.POWER, 2, a -> -3 * a * a);
    hasSlope(FitLaw.LOGARITHMIC, 0.5, a -> (1.3 - 0.5 * StrictMath.log(a)) / a);
    hasSlope(FitLaw.GROWTH, -1.5, a -> 7 * StrictMath.exp(-1.5 * a));
    hasSlope(FitLaw.CRITICAL_BATCH, -0.03, a -> a / (2 * a - 0.03));
  }

  /** dy = dq / |q| for a logarithm, a dq for q a, dq / q^2 for 1/q. */
  @Test
  void errorsAreCarriedOver() {
    assertThat(FitLaw.POWER.error(0.5, -4, 0.2)).isCloseTo(0.05, within(1e-15));
    assertThat(FitLaw.LOGARITHMIC.error(0.5, -4, 0.2)).isCloseTo(0.1, within(1e-15));
    assertThat(FitLaw.CRITICAL_BATCH.error(0.5, -4, 0.2)).isCloseTo(0.0125, within(1e-15));
  }

  @Test
  void onlyGrowthTakesAllNumbers() {
    for (FitLaw law : FitLaw.values()) {
      assertThat(law.takes(0.1)).isTrue();
      assertThat(law.takes(0)).isEqualTo(law == FitLaw.GROWTH);
    }
  }

  @Test
  void stepsToAGoalNeedAnError() {
    assertThat(FitLaw.CRITICAL_BATCH.leavesOut(0)).isTrue();
    assertThat(FitLaw.CRITICAL_BATCH.leavesOut(0.1)).isFalse();
    assertThat(FitLaw.POWER.leavesOut(0)).isFalse();
  }

  @Test
  void logarithmsNeedNumbersAwayFromZero() {
    assertThat(FitLaw.POWER.isResolved(1, 0.3)).isTrue();
    assertThat(FitLaw.POWER.isResolved(-1, 0.4)).isFalse();
    assertThat(FitLaw.POWER.isResolved(0, 0)).isFalse();
    assertThat(FitLaw.LOGARITHMIC.isResolved(0, 0.4)).isTrue();
  }
}
