package org.escapement.theory.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.theory.kick.GaussianKick;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class MomentumWalkTest {
  private static final long NEVER = 1L << 40;

  private static MomentumWalk doubleWell(double eta, double momentum, double end) {
    return new MomentumWalk(
        x -> eta * (x * x * x - x), momentum, new GaussianKick(eta), Double.NEGATIVE_INFINITY, end);
  }

  @Test
  void withoutMomentumItIsTheWalk() {
    NystromExit.Stretch stretch = new NystromExit.Stretch(-2.65, 0);
    Walk walk =
        new Walk(
            x -> x - 0.2 * (x * x * x - x), new GaussianKick(0.2), Double.NEGATIVE_INFINITY, 0);
    for (long horizon : new long[] {NEVER, 300}) {
      WalkExit known = NystromExit.of(walk, stretch, -1, horizon).orElseThrow();
      WalkExit exit = doubleWell(0.2, 0, 0).exit(stretch, -1, horizon).orElseThrow();
      assertThat(exit.mean() / known.mean()).isCloseTo(1, within(1e-8));
      assertThat(exit.deviation() / known.deviation()).isCloseTo(1, within(1e-8));
      assertThat(exit.restrictedMean() / known.restrictedMean()).isCloseTo(1, within(1e-8));
      assertThat(exit.shareInTime()).isCloseTo(known.shareInTime(), within(1e-8));
    }
  }

  @Test
  void momentumOnAFlatLineIsASumOfKicks() {
    // x_n = sum_j (1 - b^(n-j+1)) / (1 - b) xi_j: from (-L, L) far away, E N (k/(1-b))^2 ~ L^2; the
    // same walk in a mirror leaves equally on both sides.
    MomentumWalk walk = new MomentumWalk(x -> 0, 0.5, new GaussianKick(0.1), -1, 1);
    WalkExit exit = walk.exit(new NystromExit.Stretch(-1, 1), 0, NEVER).orElseThrow();
    assertThat(exit.shareBelow()).isCloseTo(0.5, within(1e-10));
    assertThat(exit.mean()).isBetween(25.0, 50.0);
  }

  /** 400000 paths of a NumPy program of its own; its seed is fixed, 4 standard errors. */
  @ParameterizedTest
  @CsvSource({"0.1, 0.9, 26.95733, 0.03270", "0.2, 0.95, 11.73880, 0.01269"})
  void muchMomentumInAWell(double eta, double momentum, double steps, double error) {
    WalkExit exit =
        doubleWell(eta, momentum, 0)
            .exit(new NystromExit.Stretch(-4.5, 0), -1, NEVER)
            .orElseThrow();
    assertThat(exit.mean()).isCloseTo(steps, within(4 * error));
  }

  /**
   * In the first fifty steps next to nothing leaves: that is no steady state. Paths as above, step
   * size 0.1, curvature -0.1, noise 0.5.
   */
  @ParameterizedTest
  @CsvSource({"0.6, 52.67170, 0.05762", "0.9, 20.07265, 0.02006", "0.95, 17.19158, 0.01622"})
  void muchMomentumOnASaddle(double momentum, double steps, double error) {
    MomentumWalk walk = new MomentumWalk(x -> -0.01 * x, momentum, new GaussianKick(0.05), -1, 1);
    WalkExit exit = walk.exit(new NystromExit.Stretch(-1, 1), 0, NEVER).orElseThrow();
    assertThat(exit.mean()).isCloseTo(steps, within(4 * error));
    assertThat(exit.shareBelow()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void noValueWhenTheWorkIsTooMuch() {
    NystromExit.Stretch stretch = new NystromExit.Stretch(-2.2, 1);
    assertThat(doubleWell(0.005, 0.5, 1).exit(stretch, -1, NEVER)).isEmpty();
  }
}
