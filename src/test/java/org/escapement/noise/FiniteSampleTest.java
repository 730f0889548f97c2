package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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

  @Test
  void scalesFitTheObjective() {
    assertThatThrownBy(() -> RAW.start(3, 1, new Draws(Sample.KEY, 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scales has 2 coordinates, the objective 3");
  }
}
