package org.escapement.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.monitoring.BoundaryShift.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundaryShiftTest {

  @ParameterizedTest
  @CsvSource({
    "1.2, 1.21649",
    "1.5, 0.83002",
    "1.6, 0.80742",
    "1.8, 0.80225",
    "1.9, 0.81084",
    "2, 0.82392"
  })
  void ofStableSteps(double alpha, double shift) {
    assertThat(BoundaryShift.stable(alpha)).isCloseTo(shift, within(5.1e-6));
  }

  @Test
  void ofNormalSteps() {
    assertThat(BoundaryShift.stable(2))
        .isCloseTo(Math.sqrt(2) * BoundaryShift.GAUSSIAN, within(1e-14));
    assertThat(BoundaryShift.GAUSSIAN).isCloseTo(0.5825971579, within(5e-11));
    assertThatThrownBy(() -> BoundaryShift.stable(1))
        .hasMessage("alpha must be in (1, 2], got 1.0");
  }

  /** One law written as the sum of two: the integral against the closed form. */
  @ParameterizedTest
  @CsvSource({"1.05", "1.2", "1.5", "1.8", "1.99999"})
  void theIntegralOfStableSteps(double alpha) {
    double almost = Math.nextUp(alpha);
    double half = StrictMath.pow(0.5, 1 / alpha);
    assertThat(BoundaryShift.of(List.of(new Part(alpha, 3 * half), new Part(almost, 3 * half))))
        .isCloseTo(3 * BoundaryShift.stable(alpha), within(1e-11));
  }

  /**
   * Normal plus stable steps: the integral of the class comment over log u, by mpmath.quad with 80
   * digits.
   */
  @ParameterizedTest
  @CsvSource({
    "1.5, 0.01, 0.5831551603",
    "1.5, 1.0, 1.0800475865",
    "1.2, 0.3, 0.81071970536",
    "1.8, 5.0, 4.0591593482"
  })
  void ofSums(double alpha, double scale, double shift) {
    double normal = Math.sqrt(0.5);
    assertThat(BoundaryShift.of(List.of(new Part(2, normal), new Part(alpha, scale))))
        .isCloseTo(shift, within(1e-8));
  }

  @Test
  void nothingMovesNothing() {
    assertThat(BoundaryShift.of(List.of())).isZero();
  }
}
