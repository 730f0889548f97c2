package org.escapement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class SmoothingLawTest {

  /** Gamma(d/2 + 1) (2/k)^(d/2) J_(d/2)(k) at k = sqrt(d), computed outside this project. */
  @ParameterizedTest
  @CsvSource({"1, 0.8415", "2, 0.7700", "5, 0.6889", "20, 0.6290", "100, 0.6111"})
  void waveInABall(int dimension, double expected) {
    double k = Math.sqrt(dimension);
    assertThat(SmoothingLaw.BALL.cosine(k, dimension)).isCloseTo(expected, within(5e-5));
  }

  /** sin k / k in the ball of the line and on the sphere of space, cos k on that of the line. */
  @ParameterizedTest
  @CsvSource({"0.01", "1", "3", "10", "63", "1000"})
  void elementaryCases(double k) {
    double sinc = StrictMath.sin(k) / k;
    assertThat(SmoothingLaw.BALL.cosine(k, 1)).isCloseTo(sinc, within(1e-14));
    assertThat(SmoothingLaw.SPHERE.cosine(k, 3)).isCloseTo(sinc, within(1e-14));
    assertThat(SmoothingLaw.SPHERE.cosine(k, 1)).isCloseTo(StrictMath.cos(k), within(2e-13));
    double inSpace = 3 * (sinc - StrictMath.cos(k)) / (k * k);
    assertThat(SmoothingLaw.BALL.cosine(k, 3)).isCloseTo(inSpace, within(k < 0.1 ? 1e-11 : 1e-14));
  }

  /** Wide balls in many dimensions are normal: exp(-k^2 / (2 (d + 2))) up to O(1/d). */
  @Test
  void manyDimensions() {
    double k = 2 * Math.sqrt(10_000);
    assertThat(SmoothingLaw.BALL.cosine(k, 10_000))
        .isCloseTo(StrictMath.exp(-k * k / 2 / 10_002), within(1e-3));
  }

  /** Coefficients of the powers of k: cosine = 1 - k^2/2 E u^2 + k^4/24 E u^4 - .... */
  @Test
  void momentsAreThoseOfTheWave() {
    for (SmoothingLaw law : SmoothingLaw.values()) {
      for (int d : new int[] {1, 2, 7}) {
        double k = 0.01;
        double series = 1 - k * k / 2 * law.moment(1, d) + k * k * k * k / 24 * law.moment(2, d);
        assertThat(law.cosine(k, d)).isCloseTo(series, within(3e-14));
      }
    }
    assertThat(SmoothingLaw.GAUSSIAN.moment(5, 3)).isEqualTo(945);
    assertThat(SmoothingLaw.BALL.moment(2, 1)).isCloseTo(0.2, within(1e-15));
    assertThat(SmoothingLaw.SPHERE.moment(3, 1)).isEqualTo(1);
  }
}
