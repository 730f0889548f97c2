package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChiSquareTest {

  @ParameterizedTest
  @ValueSource(doubles = {1, 2, 3, 4, 5, 10, 40, 42, 252, 1000, 12_346, 1e5, 1e6})
  void agreesWithCommonsStatistics(double freedom) {
    ChiSquaredDistribution expected = ChiSquaredDistribution.of(freedom);
    assertThat(ChiSquare.lower(freedom))
        .isCloseTo(expected.inverseCumulativeProbability(0.025), Percentage.withPercentage(1e-8));
    assertThat(ChiSquare.upper(freedom))
        .isCloseTo(expected.inverseCumulativeProbability(0.975), Percentage.withPercentage(1e-8));
  }

  @ParameterizedTest
  @ValueSource(doubles = {9.9e6, 1.01e7, 1e9})
  void isSmoothWhereTheMethodChanges(double freedom) {
    // The Cornish-Fisher expansion (Goldberg and Levine, Ann. Math. Stat. 17, 1946).
    double z = ChiSquare.Z;
    double expected =
        freedom
            + z * Math.sqrt(2 * freedom)
            + 2 * (z * z - 1) / 3
            + z * (z * z - 7) / (9 * Math.sqrt(2 * freedom));
    assertThat(ChiSquare.upper(freedom)).isCloseTo(expected, Percentage.withPercentage(1e-8));
  }
}
