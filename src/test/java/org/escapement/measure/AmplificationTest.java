package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmplificationTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0, 1000", "0.5, 3", "0.5, 1001", "0.9, 20", "0.9, 5000"})
  void isTheQuotientOfTheProducts(double beta, int tau) {
    double quotient = 1;
    for (int s = 1; s <= tau; s++) {
      double theta = (1 - StrictMath.pow(beta, s)) / (1 - beta);
      quotient *= (1 - 1e-4 * theta * 0.7) / (1 - 1e-4 * theta * -0.1);
    }
    assertThat(new Amplification(1e-4, beta, tau).of(0.7, -0.1) / quotient)
        .isCloseTo(1, within(1e-11));
    assertThat(new Amplification(1e-4, beta, tau).of(-0.1, -0.1)).isEqualTo(1);
  }
}
