package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CrossingTest {
  private static final long[] STEPS = {1, 2, 4, 8};

  /** Sums 10, 11, 13, 17 are 9 + T: their mean is 2 at T = 9, and 2.5 at T = 6. */
  private static final double[] SUMS = {10, 11, 13, 17};

  @Test
  void liesOnTheLineBetweenTwoSteps() {
    Crossing found = Crossing.of(STEPS, SUMS, 2.5).orElseThrow();
    assertThat(found.step()).isCloseTo(6, within(1e-12));
    assertThat(found.row()).isEqualTo(3);
    assertThat(found.weight()).isCloseTo(0.5, within(1e-12));
    assertThat(found.slope()).isCloseTo(1, within(1e-12));
    assertThat(Crossing.of(STEPS, SUMS, 2)).isEmpty();
  }

  /** T = S0/(limit - 1) moves by 1/(limit - 1) per unit of all sums. */
  @Test
  void errorsOfTheSumsMoveIt() {
    Crossing found = Crossing.of(STEPS, SUMS, 2.5).orElseThrow();
    double[] errors = {9, 9, 0.3, 0.6};
    assertThat(found.stdError(errors, 2.5)).isCloseTo(0.45 / 1.5, within(1e-12));
  }

  @Test
  void theFirstStepCountsAsItIs() {
    Crossing found = Crossing.of(STEPS, SUMS, 10).orElseThrow();
    assertThat(found.step()).isEqualTo(1);
    assertThat(found.stdError(SUMS, 10)).isZero();
  }

  @Test
  void nothingIsKnownBeyondASumThatIsNot() {
    assertThat(Crossing.of(STEPS, new double[] {10, Double.NaN, 13, 17}, 2.5)).isEmpty();
  }
}
