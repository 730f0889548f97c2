package org.escapement.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class DrawsTest {
  private static final int COUNT = 1037;
  private static final String DIGEST =
      "e5d8c863618b118e48ba51ca62a2f93a99355f6d279372c944e1e8494781770c";

  /** Changed on purpose only, together with {@link RandomKey#VERSION}. */
  @Test
  void theDigitsStayWhatTheyWere() throws Exception {
    assertThat(AddressDigest.of()).isEqualTo(DIGEST);
  }

  @Test
  void aNumberIsAFunctionOfItsAddress() {
    for (Law law : Law.some()) {
      double[][] expected = Law.numbers(law, COUNT, COUNT, 7);
      for (int lanes : new int[] {1, 7, 64, 256}) {
        assertThat(Law.numbers(law, lanes, COUNT, 7)).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void lanesComeInAnyOrder() {
    SplittableRandom random = new SplittableRandom(5);
    long[] trajectories = random.longs(COUNT, 0, 1L << 40).toArray();
    long[] steps = random.longs(COUNT, 0, 1L << 40).map(s -> Draws.PHASES * s).toArray();
    Draws draws = new Draws(RandomKey.of(1), COUNT);
    for (Law law : Law.some()) {
      double[][] forward = new double[Draws.PHASES][COUNT];
      double[][] backward = new double[Draws.PHASES][COUNT];
      law.draw(draws, trajectories, steps, COUNT, 3, forward);
      law.draw(draws, reversed(trajectories), reversed(steps), COUNT, 3, backward);
      for (int i = 0; i < COUNT; i++) {
        for (int phase = 0; phase < Draws.PHASES; phase++) {
          assertThat(backward[phase][COUNT - 1 - i]).isEqualTo(forward[phase][i]);
        }
      }
    }
  }

  private static long[] reversed(long[] x) {
    long[] y = new long[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = x[x.length - 1 - i];
    }
    return y;
  }

  @Test
  void everyPartOfTheAddressCounts() {
    double base = one(RandomKey.of(1, "a"), 5, 6, 7);
    assertThat(base).isEqualTo(one(RandomKey.of(1, "a"), 5, 6, 7));
    assertThat(base)
        .isNotEqualTo(one(RandomKey.of(2, "a"), 5, 6, 7))
        .isNotEqualTo(one(RandomKey.of(1, "b"), 5, 6, 7))
        .isNotEqualTo(one(RandomKey.of(1), 5, 6, 7))
        .isNotEqualTo(one(RandomKey.of(1, "a"), 4, 6, 7))
        .isNotEqualTo(one(RandomKey.of(1, "a"), 5, 8, 7))
        .isNotEqualTo(one(RandomKey.of(1, "a"), 5, 6, 8));
    assertThat(one(RandomKey.of(1, "a"), 0, 6, 1))
        .isNotEqualTo(one(RandomKey.of(1, "a"), (1L << 40) - 1, 6, 0));
  }

  private static double one(RandomKey key, long trajectory, long step, int slot) {
    double[][] out = new double[Draws.PHASES][1];
    new Draws(key, 1).uniform(new long[] {trajectory}, new long[] {step}, 1, slot, out);
    return out[0][0];
  }

  /** Small alpha: enormous numbers, but never NaN, and infinite only beyond the range of double. */
  @Test
  void stableNumbersOverflowOnlyWhereTheyMust() {
    for (double alpha : new double[] {Double.MIN_VALUE, 1e-300, 1e-3, 0.02}) {
      for (double[] phase : Law.numbers(Law.stable(alpha), 256, 20_000, 0)) {
        assertThat(phase).doesNotContain(Double.NaN);
      }
    }
    for (double alpha : new double[] {0.2, 1, 1.999999, Math.nextDown(2.0), 2}) {
      for (double[] phase : Law.numbers(Law.stable(alpha), 256, 20_000, 0)) {
        assertThat(Arrays.stream(phase)).allMatch(x -> Double.isFinite(x) && x != 0);
      }
    }
  }

  @Test
  void parametersOutOfRangeAreRefused() {
    refused(Law.stable(2.5), "alpha must be in (0, 2], got 2.5");
    refused(Law.stable(0), "alpha must be in (0, 2], got 0.0");
    refused(Law.stable(Double.NaN), "alpha must be in (0, 2], got NaN");
    refused(Law.positiveStable(1), "gamma must be in (0, 1), got 1.0");
    refused(Law.student(0), "freedom must be in (0, inf), got 0.0");
    refused(Law.student(Double.POSITIVE_INFINITY), "freedom must be in (0, inf), got Infinity");
  }

  private static void refused(Law law, String message) {
    assertThatThrownBy(() -> Law.numbers(law, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
