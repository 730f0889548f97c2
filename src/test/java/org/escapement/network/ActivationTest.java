package org.escapement.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The functions of hidden units and their derivatives. */
@Tag("digits")
class ActivationTest {

  /** StrictMath promises 2.5 ulp, we 4. */
  @Test
  void tanh() {
    SplittableRandom random = new SplittableRandom(1);
    double[] z =
        random.doubles(10_000).map(u -> Math.scalb(u - 0.5, random.nextInt(-40, 8))).toArray();
    double[] h = z.clone();
    new Tanh().apply(h, h.length);
    for (int i = 0; i < z.length; i++) {
      double expected = StrictMath.tanh(z[i]);
      assertThat(h[i]).isCloseTo(expected, within(6.5 * Math.ulp(expected)));
    }
  }

  @Test
  void tanhAtTheEnds() {
    double[] z = {0, -0.0, 22, -30, 1e300, Double.POSITIVE_INFINITY, Double.NaN, 0x1p-1074};
    new Tanh().apply(z, z.length);
    assertThat(z).containsExactly(0, -0.0, 1, -1, 1, 1, Double.NaN, 0x1p-1074);
  }

  @Test
  void relu() {
    double[] z = {-1, -0.0, 0, 0x1p-1074, 3, 1e300, Double.POSITIVE_INFINITY, Double.NaN};
    double[] d = {2, 2, 2, 2, 2, 2, 2, 2};
    Relu relu = new Relu();
    relu.apply(z, z.length);
    assertThat(z).startsWith(0, 0, 0, 0x1p-1074, 3, 1e300, Double.POSITIVE_INFINITY, Double.NaN);
    relu.timesSlope(z, z.length, d);
    assertThat(d).containsExactly(0, 0, 0, 2, 2, 2, 2, Double.NaN);
  }
}
