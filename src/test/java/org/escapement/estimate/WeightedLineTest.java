package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightedLineTest {
  /**
   * By hand: weights 1, 1, 4; means x 11/6, y 8/3; sum w (x - mean)^2 = 29/6 and sum w (x - mean)(y
   * - mean) = 20/3, so the slope is 40/29.
   */
  @Test
  void leastSquaresWithWeights() {
    double[] x = {0, 3, 2};
    double[] y = {0, 4, 3};
    WeightedLine line = WeightedLine.through(x, y, new double[] {1, 1, 0.5}).orElseThrow();
    assertThat(line.points()).isEqualTo(3);
    assertThat(line.slope()).isCloseTo(40.0 / 29, within(1e-14));
    assertThat(line.intercept()).isCloseTo(8.0 / 3 - 40.0 / 29 * 11 / 6, within(1e-14));
    assertThat(line.stdError().orElseThrow()).isCloseTo(Math.sqrt(6.0 / 29), within(1e-14));
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double residual = y[i] - line.intercept() - line.slope() * x[i];
      sum += (i == 2 ? 4 : 1) * residual * residual;
    }
    assertThat(line.chiSquare().orElseThrow()).isCloseTo(sum, within(1e-14));
  }

  @Test
  void allPointsCountAlikeWhenOneHasNoError() {
    WeightedLine line =
        WeightedLine.through(new double[] {1, 2, 4}, new double[] {3, 5, 9}, new double[] {0, 1, 2})
            .orElseThrow();
    assertThat(line.slope()).isCloseTo(2, within(1e-14));
    assertThat(line.intercept()).isCloseTo(1, within(1e-14));
    assertThat(line.stdError()).isEmpty();
    assertThat(line.chiSquare()).isEmpty();
  }

  /** The bound is reached when every error pushes the slope the same way. */
  @Test
  void dependentErrorsMayAllPushOneWay() {
    double[] x = {0, 1, 2, 5};
    double[] y = {3, 1, 4, 1};
    double[] error = {0.1, 0.4, 0.2, 0.3};
    WeightedLine independent = WeightedLine.through(x, y, error).orElseThrow();
    WeightedLine line = WeightedLine.throughDependent(x, y, error).orElseThrow();
    assertThat(line.slope()).isEqualTo(independent.slope());
    assertThat(line.chiSquare()).isEmpty();
    double largest = 0;
    for (int signs = 0; signs < 16; signs++) {
      double[] pushed = y.clone();
      for (int i = 0; i < 4; i++) {
        pushed[i] += (signs >> i & 1) == 0 ? error[i] : -error[i];
      }
      double slope = WeightedLine.through(x, pushed, error).orElseThrow().slope();
      largest = Math.max(largest, slope - line.slope());
    }
    assertThat(line.stdError().orElseThrow()).isCloseTo(largest, within(1e-14));
    assertThat(largest).isGreaterThan(independent.stdError().orElseThrow());
  }

  @Test
  void dependentPointsWithoutErrorsHaveNone() {
    double[] x = {1, 2, 3};
    WeightedLine line = WeightedLine.throughDependent(x, x, new double[3]).orElseThrow();
    assertThat(line.slope()).isEqualTo(1);
    assertThat(line.stdError()).isEmpty();
  }

  @Test
  void needsTwoPlaces() {
    double[] none = {};
    assertThat(WeightedLine.through(none, none, none)).isEmpty();
    double[] ones = {1, 1};
    assertThat(WeightedLine.through(ones, new double[] {1, 2}, ones)).isEmpty();
  }
}
