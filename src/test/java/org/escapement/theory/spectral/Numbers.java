package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;

/** Compares with printed numbers. */
final class Numbers {
  private Numbers() {}

  /** To one unit of the last digit given. */
  static void assertDigits(double value, String printed, String what) {
    BigDecimal expected = new BigDecimal(printed);
    assertThat(value)
        .as(what)
        .isCloseTo(expected.doubleValue(), within(1.001 * expected.ulp().doubleValue()));
  }
}
