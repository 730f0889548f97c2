package org.escapement.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.theory.linear.NormalLaw;
import org.junit.jupiter.api.Test;

class SpreadTest {

  // chi-square with one degree of freedom: variance 2, skewness sqrt(8).
  @Test
  void ofASquare() {
    NormalLaw law = new NormalLaw(0, 3);
    Spread spread = Spread.of(NormalLaw.product(law, law, 3));
    assertThat(spread.deviation()).isCloseTo(3 * Math.sqrt(2), within(1e-14));
    assertThat(spread.skewness()).isCloseTo(Math.sqrt(8), within(1e-14));
  }

  // E of the product of two normal numbers with means 1 and -2, variances 2 and 3, covariance 1/2,
  // by
  @Test
  void ofAProduct() {
    SampleLaw product = NormalLaw.product(new NormalLaw(1, 2), new NormalLaw(-2, 3), 0.5);
    assertThat(product.mean()).isEqualTo(-1.5);
    assertThat(product.variance()).isCloseTo(15.25, within(1e-14));
    assertThat(product.third()).isCloseTo(-23.75, within(1e-13));
  }

  @Test
  void unknownAndInfinite() {
    assertThat(Spread.UNKNOWN.isKnown()).isFalse();
    assertThat(Spread.of(SampleLaw.ofMean(1)).isKnown()).isFalse();
    Spread infinite = Spread.of(SampleLaw.withoutVariance(1));
    assertThat(infinite.isKnown()).isTrue();
    assertThat(infinite.deviation()).isInfinite();
    // The variance of numbers near 1e5 that differ by 1e-3 drowns in the rounding of their squares.
    assertThat(Spread.of(SampleLaw.ofMoments(1e5, 1e10 + 1e-6, 1e15)).isKnown()).isFalse();
  }
}
