package org.escapement.theory.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.escapement.theory.master.Experiments.moment;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.junit.jupiter.api.Test;

class FiniteSampleMomentsTest {
  private static final FiniteSampleMoments PREDICTION = new FiniteSampleMoments();
  private static final String SECOND = "second.1.1";

  private static Experiment flat(boolean centred, String sampling) {
    return Experiments.sgd(
        new IsotropicQuadratic(0, 1),
        new FiniteSample(100, Vector.of(1), centred, sampling),
        0.1,
        0,
        1000);
  }

  /** Check 23: eta^2 C k(n - k)/(n - 1) with C = (n - 1)/n of an offset's variance, then 0. */
  @Test
  void reshufflingKillsTheDiffusionOfAFlatDirection() {
    Experiment e = flat(true, "reshuffling");
    assertThat(moment(PREDICTION, e, SECOND, 50)).isCloseTo(0.01 * 50 * 50 / 100, within(1e-12));
    assertThat(moment(PREDICTION, e, SECOND, 730)).isCloseTo(0.01 * 30 * 70 / 100, within(1e-12));
    assertThat(moment(PREDICTION, e, SECOND, 1000)).isZero();
  }

  @Test
  void withReplacementItGrowsForEver() {
    Experiment e = flat(true, "with-replacement");
    assertThat(moment(PREDICTION, e, SECOND, 50)).isCloseTo(0.01 * 50 * 0.99, within(1e-14));
    assertThat(moment(PREDICTION, e, SECOND, 1000)).isCloseTo(0.01 * 1000 * 0.99, within(1e-12));
  }

  /** Raw offsets push with their mean, of variance 1/n, all the time. */
  @Test
  void rawOffsetsDriftAway() {
    assertThat(moment(PREDICTION, flat(false, "reshuffling"), SECOND, 1000))
        .isCloseTo(0.01 * 1000 * 1000 / 100, within(1e-10));
    assertThat(moment(PREDICTION, flat(false, "with-replacement"), SECOND, 1000))
        .isCloseTo(0.01 * (1000 * 0.99 + 1000 * 1000 / 100), within(1e-10));
  }

  /**
   * All paths of heavy ball with three offsets through two epochs: the mean over the 36 orders, or
   * the 3^6 choices, of the variance over normal offsets.
   */
  @Test
  void isTheMeanOverAllOrders() {
    for (boolean centred : new boolean[] {false, true}) {
      List<int[]> orders = new ArrayList<>();
      List<int[]> choices = new ArrayList<>();
      for (int number = 0; number < 729; number++) {
        int[] digits = new int[6];
        for (int k = 0, left = number; k < 6; k++, left /= 3) {
          digits[k] = left % 3;
        }
        choices.add(digits);
        if (isOrder(digits, 0) && isOrder(digits, 3)) {
          orders.add(digits);
        }
      }
      assertThat(orders).hasSize(36);
      for (int steps = 1; steps <= 6; steps++) {
        assertThat(moment(PREDICTION, ball(centred, "reshuffling"), SECOND, steps))
            .isCloseTo(meanSquare(orders, steps, centred), within(1e-14));
        assertThat(moment(PREDICTION, ball(centred, "with-replacement"), SECOND, steps))
            .isCloseTo(meanSquare(choices, steps, centred), within(1e-14));
      }
    }
  }

  private static boolean isOrder(int[] digits, int from) {
    return digits[from] != digits[from + 1]
        && digits[from] != digits[from + 2]
        && digits[from + 1] != digits[from + 2];
  }

  private static Experiment ball(boolean centred, String sampling) {
    return Experiments.with(
        new IsotropicQuadratic(0.8, 1),
        new FiniteSample(3, Vector.of(0.7), centred, sampling),
        new HeavyBall(new Constant(0.3), new Constant(0.5)),
        0.4,
        6);
  }

  /** x is linear in the offsets: x = m + sum_j a_j b_j. */
  private static double meanSquare(List<int[]> paths, int steps, boolean centred) {
    double sum = 0;
    for (int[] path : paths) {
      double mean = position(path, steps, new double[3], 0.4);
      double squares = 0;
      for (int j = 0; j < 3; j++) {
        double[] offsets = new double[3];
        offsets[j] = 0.7;
        for (int k = 0; centred && k < 3; k++) {
          offsets[k] -= 0.7 / 3;
        }
        double a = position(path, steps, offsets, 0);
        squares += a * a;
      }
      sum += mean * mean + squares;
    }
    return sum / paths.size();
  }

  private static double position(int[] path, int steps, double[] offsets, double start) {
    double x = start;
    double v = 0;
    for (int k = 0; k < steps; k++) {
      v = 0.5 * v - 0.3 * (0.8 * x + offsets[path[k]]);
      x += v;
    }
    return x;
  }
}
