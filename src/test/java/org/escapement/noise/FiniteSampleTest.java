package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each trajectory is a data set of its own, whatever lane it is in. */
@Tag("digits")
class FiniteSampleTest {
  private static final int STEPS = 4000;
  private static final FiniteSample RAW = new FiniteSample(10, Vector.of(0.3, 0.02), false);
  private static final FiniteSample CENTRED = new FiniteSample(10, Vector.of(0.3, 0.02), true);

  private static Map<Double, Integer> counts(double[] sample, int lane) {
    Map<Double, Integer> counts = new TreeMap<>();
    for (int step = 0; step < STEPS; step++) {
      counts.merge(sample[Sample.LANES * step + lane], 1, Integer::sum);
    }
    return counts;
  }

  /** Chi-square of the ten offsets of a trajectory; 512 checks of false alarm 1e-9 each. */
  @Test
  void eachOffsetIsDrawnEquallyOften() {
    double[][] kicks = Sample.of(RAW, 2, STEPS);
    double limit = ChiSquaredDistribution.of(9).inverseSurvivalProbability(1e-9);
    for (double[] coordinate : kicks) {
      for (int lane = 0; lane < Sample.LANES; lane++) {
        double sum = 0;
        Map<Double, Integer> counts = counts(coordinate, lane);
        assertThat(counts).hasSize(10);
        for (int count : counts.values()) {
          sum += (count - STEPS / 10.0) * (count - STEPS / 10.0) / (STEPS / 10.0);
        }
        assertThat(sum).isLessThan(limit);
      }
    }
  }

  /** 2560 offsets a coordinate: moments within 5 standard errors, false alarm 6e-7 each. */
  @Test
  void offsetsAreNormalWithTheirScales() {
    double[][] kicks = Sample.of(RAW, 2, STEPS);
    for (int k = 0; k < 2; k++) {
      double sum = 0;
      double squares = 0;
      for (int lane = 0; lane < Sample.LANES; lane++) {
        for (double offset : counts(kicks[k], lane).keySet()) {
          double z = offset / RAW.scales().at(k);
          sum += z;
          squares += z * z;
        }
      }
      assertThat(sum / 2560).isCloseTo(0, within(5 / Math.sqrt(2560)));
      assertThat(squares / 2560).isCloseTo(1, within(5 * Math.sqrt(2.0 / 2560)));
    }
  }

  @Test
  void centredOffsetsAreTheRawOnesWithoutTheirMean() {
    double[][] raw = Sample.of(RAW, 2, STEPS);
    double[][] centred = Sample.of(CENTRED, 2, STEPS);
    for (int lane = 0; lane < Sample.LANES; lane += 17) {
      double sum = 0;
      double mean = counts(raw[0], lane).keySet().stream().mapToDouble(b -> b).sum() / 10;
      for (double offset : counts(centred[0], lane).keySet()) {
        sum += offset;
      }
      assertThat(sum).isCloseTo(0, within(1e-15));
      assertThat(centred[0][lane]).isCloseTo(raw[0][lane] - mean, within(1e-15));
    }
  }

  @Test
  void offsetsFollowTheirTrajectoryToAnotherLane() {
    Batch batch = new Batch(3, 2, Vector.zero(2));
    for (long trajectory : new long[] {5, 6, 7}) {
      batch.add(trajectory);
    }
    Kicks kicks = RAW.start(2, 3, new Draws(Sample.KEY, 3), 0);
    kicks.draw(batch);
    double before = kicks.kicks(0, batch.state(), 3)[0][2];
    batch.retire(0);
    kicks.draw(batch);
    assertThat(kicks.kicks(0, batch.state(), 2)[0][0]).isEqualTo(before);
    batch.refill(0, 5);
    kicks.draw(batch);
    assertThat(kicks.kicks(0, batch.state(), 2)[0][0]).isNotEqualTo(before);
  }

  /** Check 23: after n steps nothing is left, whatever the epoch; 13 does not divide into draws. */
  @Test
  void reshuffledOffsetsSumToNothingOverAnEpoch() {
    FiniteSample noise = new FiniteSample(13, Vector.of(1), true, "reshuffling");
    double[] kicks = Sample.of(noise, 1, 4 * 13)[0];
    for (int lane = 0; lane < Sample.LANES; lane++) {
      double sum = 0;
      double largest = 0;
      for (int step = 0; step < 4 * 13; step++) {
        sum += kicks[Sample.LANES * step + lane];
        largest = Math.max(largest, Math.abs(sum));
        if (step % 13 == 12) {
          assertThat(sum).isCloseTo(0, within(1e-14));
        }
      }
      assertThat(largest).isGreaterThan(0.1);
    }
  }

  /** Chi-square of the orders of four offsets in 256 * 500 epochs; false alarm 1e-9. */
  @Test
  void allOrdersAreEquallyLikely() {
    double[] kicks = Sample.of(new FiniteSample(4, Vector.of(1), false, "reshuffling"), 1, 2000)[0];
    Map<String, Integer> orders = new TreeMap<>();
    for (int lane = 0; lane < Sample.LANES; lane++) {
      for (int epoch = 0; epoch < 500; epoch++) {
        double[] order = new double[4];
        for (int k = 0; k < 4; k++) {
          order[k] = kicks[Sample.LANES * (4 * epoch + k) + lane];
        }
        double[] sorted = order.clone();
        Arrays.sort(sorted);
        Arrays.setAll(order, k -> Arrays.binarySearch(sorted, order[k]));
        orders.merge(Arrays.toString(order), 1, Integer::sum);
      }
    }
    double expected = Sample.LANES * 500 / 24.0;
    double sum = 0;
    for (int count : orders.values()) {
      sum += (count - expected) * (count - expected) / expected;
    }
    assertThat(orders).hasSize(24);
    assertThat(sum).isLessThan(ChiSquaredDistribution.of(23).inverseSurvivalProbability(1e-9));
  }

  @Test
  void anEpochGoesOnInAnotherLane() {
    FiniteSample noise = new FiniteSample(7, Vector.of(1), true, "reshuffling");
    Batch batch = new Batch(3, 1, Vector.zero(1));
    for (long trajectory : new long[] {5, 6, 7}) {
      batch.add(trajectory);
    }
    Kicks kicks = noise.start(1, 3, new Draws(Sample.KEY, 3), 0);
    kicks.draw(batch);
    batch.countSteps();
    batch.retire(0);
    kicks.draw(batch);
    double[] alone = Sample.of(noise, 1, 8, 0, 7, 1)[0];
    assertThat(kicks.kicks(2, batch.state(), 2)[0][0]).isEqualTo(alone[6]);
  }

  @Test
  void knowsTwoWaysOfSampling() {
    assertThatThrownBy(() -> new FiniteSample(7, Vector.of(1), true, "without-replacement"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sampling must be with-replacement or reshuffling, got without-replacement");
  }

  @Test
  void scalesFitTheObjective() {
    assertThatThrownBy(() -> RAW.start(3, 1, new Draws(Sample.KEY, 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scales has 2 coordinates, the objective 3");
  }
}
