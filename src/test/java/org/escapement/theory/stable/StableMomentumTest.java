package org.escapement.theory.stable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far one jump swings the heavy ball out. */
@Tag("digits")
class StableMomentumTest {

  // eta = 0.05, curvature 1.
  @ParameterizedTest
  @CsvSource({"0.5, 1.6025", "0.9, 3.3716"})
  void largestResponseOfHeavyBall(double mu, double largest) {
    assertThat(StableMomentum.Response.of(mu, 0.05).orElseThrow().largest())
        .isCloseTo(largest, within(5.1e-5));
    assertThat(StableMomentum.Response.of(mu, 2 * (1 + mu))).isEmpty();
  }
}
