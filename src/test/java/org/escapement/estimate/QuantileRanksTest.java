package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class QuantileRanksTest {

  /** Limits by the binomial law of SciPy 1.17.1: cdf(low - 1) <= 0.025, sf(high - 1) <= 0.025. */
  @ParameterizedTest
  @CsvSource({
    "5, 0.5, 3, 0, 6",
    "10, 0.5, 5, 2, 9",
    "100, 0.5, 50, 40, 61",
    "100, 0.1, 10, 5, 17",
    "100, 0.9, 90, 84, 96",
    "20, 0.9, 18, 15, 21",
    "37, 0.05, 2, 0, 6",
    "1000, 0.1, 100, 82, 120",
    "1000000, 0.1, 100000, 99412, 100589",
    "20000000, 0.9, 18000000, 17997370, 18002630"
  })
  void areThoseOfTheBinomialLaw(long n, double p, long value, long low, long high) {
    assertThat(QuantileRanks.of(n, p, 0.95)).isEqualTo(new QuantileRanks(n, value, low, high));
  }

  @Test
  void fewNumbersHaveNoLimits() {
    QuantileRanks one = QuantileRanks.of(1, 0.3, 0.95);
    assertThat(one.value()).isEqualTo(1);
    assertThat(one.hasLow()).isFalse();
    assertThat(one.hasHigh()).isFalse();
    assertThat(QuantileRanks.of(20, 0.9, 0.95).hasLow()).isTrue();
    assertThat(QuantileRanks.of(20, 0.9, 0.95).hasHigh()).isFalse();
  }

  /** 0.07 times 100 is above 7 as doubles are multiplied. */
  @Test
  void roundingMovesNoRank() {
    assertThat(0.07 * 100).isGreaterThan(7);
    assertThat(QuantileRanks.of(100, 0.07, 0.95).value()).isEqualTo(7);
  }
}
