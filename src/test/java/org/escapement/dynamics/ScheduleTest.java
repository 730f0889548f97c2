package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.Examples;
import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
  static List<Schedule> schedules() {
    return Examples.schedules();
  }

  @Test
  void piecewiseHoldsEachValueUntilTheNext() {
    Schedule stages = new Piecewise(Vector.of(3, 1, 2), Vector.of(0, 4, 10));
    assertThat(List.of(0L, 3L, 4L, 9L, 10L, 1L << 60).stream().map(stages::at))
        .containsExactly(3.0, 3.0, 1.0, 1.0, 2.0, 2.0);
    assertThat(stages.isConstant()).isFalse();
    assertThat(new Piecewise(Vector.of(3), Vector.of(0)).isConstant()).isTrue();
  }

  @Test
  void periodicHasItsOtherValueAtMultiples() {
    Schedule schedule = new Periodic(0.1, 0.7, 5);
    assertThat(List.of(0L, 1L, 4L, 5L, 6L, 10L, 5L << 40).stream().map(schedule::at))
        .containsExactly(0.7, 0.1, 0.1, 0.7, 0.1, 0.7, 0.7);
    assertThat(schedule.isConstant()).isFalse();
    assertThat(new Periodic(0.1, 0.7, 1).isConstant()).isTrue();
    assertThatThrownBy(() -> new Periodic(0.1, 0.7, 2.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period must be a whole number, got 2.5");
  }

  @Test
  void polynomialAndExponentialDecay() {
    assertThat(new Polynomial(0.4, 10, 1).at(30)).isCloseTo(0.1, within(1e-16));
    assertThat(new Polynomial(0.4, 10, 0.5).at(30)).isCloseTo(0.2, within(1e-16));
    assertThat(new Polynomial(0.4, 10, 0).isConstant()).isTrue();
    assertThat(new Exponential(0.4, 10).at(20)).isCloseTo(0.4 * Math.exp(-2), within(1e-16));
  }

  @Test
  void heldPolynomialDecaysLate() {
    Schedule schedule = new HeldPolynomial(0.4, 9.5, 10, 1);
    assertThat(List.of(0L, 9L).stream().map(schedule::at)).containsExactly(0.4, 0.4);
    assertThat(schedule.at(10)).isCloseTo(0.4 / 1.05, within(1e-16));
    assertThat(schedule.at(39)).isCloseTo(0.4 / 3.95, within(1e-16));
  }

  /**
   * delta_m = (M + 1 - m)/(M + 1) from m = 0, M = 50, and .01 in the end: Sato and Iiduka's code.
   */
  @Test
  void polynomialStagesAreThePublishedOnes() {
    Schedule delta = new PolynomialStages(1, 51, 20, 1, 0.01);
    for (int m = 0; m <= 50; m++) {
      assertThat(delta.at(20 * m)).isCloseTo((51 - m) / 51.0, within(1e-15));
      assertThat(delta.at(20 * m + 19)).isEqualTo(delta.at(20 * m));
    }
    assertThat(delta.at(1020)).isEqualTo(0.01);
    assertThat(delta.at(Long.MAX_VALUE)).isEqualTo(0.01);
  }

  /** prod_m ((M - m)/(M - (m - 1)))^p telescopes to ((M - m)/M)^p. */
  @Test
  void polynomialStagesAreTheProductOfTheirFactors() {
    Schedule delta = new PolynomialStages(0.3, 200, 1, 0.9, 0.001);
    double product = 0.3;
    for (int m = 1; m < 200; m++) {
      product *= Math.pow((200.0 - m) / (200 - (m - 1)), 0.9);
      assertThat(delta.at(m)).isCloseTo(product, within(1e-13));
    }
    assertThat(new PolynomialStages(0.3, 200, 1, 0, 0.3).isConstant()).isTrue();
    assertThatThrownBy(() -> new PolynomialStages(0.3, 2, 1, 1, 0).check("(0, inf)", "delta"))
        .hasMessage("delta must be in (0, inf), got 0.0");
  }

  /** Step size, batch size, or both: eta/sqrt b falls by 1/sqrt 2 each time. */
  @Test
  void threeWaysToLowerTheNoiseLevel() {
    Schedule same = new Constant(32);
    Schedule eta = new Constant(0.1);
    Schedule smaller = new GeometricStages(0.1, Math.sqrt(0.5), 40);
    Schedule larger = new GeometricStages(32, 2, 40);
    Schedule littleSmaller = new GeometricStages(0.1, Math.sqrt(3) / 2, 40);
    Schedule littleLarger = new GeometricStages(32, 1.5, 40);
    for (long step : new long[] {0, 39, 40, 119, 160, 199}) {
      double level = 0.1 / Math.sqrt(32) * Math.pow(0.5, (step / 40) / 2.0);
      assertThat(level(smaller, same, step)).isCloseTo(level, within(1e-16));
      assertThat(level(eta, larger, step)).isCloseTo(level, within(1e-16));
      assertThat(level(littleSmaller, littleLarger, step)).isCloseTo(level, within(1e-16));
    }
    assertThat(larger.at(Long.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThatThrownBy(() -> larger.check("[0, 1000]", "size")).hasMessageContaining("size must");
    assertThatThrownBy(() -> new GeometricStages(4, 0.5, 40).check("[1, inf)", "size"))
        .hasMessageContaining("size must");
    smaller.check("(0, inf)", "step-size");
    new GeometricStages(-0.5, 0.5, 40).check("(-1, 0)", "momentum");
    new GeometricStages(4, 1, 40).check("[1, inf)", "size");
  }

  private static double level(Schedule eta, Schedule size, long step) {
    return eta.at(step) / Math.sqrt(size.at(step));
  }

  /**
   * Step size with half the power and batch size with minus the power: eta/sqrt b has the power.
   */
  @Test
  void stepAndBatchSizeShareThePower() {
    Schedule eta = new PolynomialStages(0.1, 200, 5, 0.45, 0.01);
    Schedule size = new PolynomialStages(32, 200, 5, -0.9, 3200);
    for (int m = 0; m < 200; m++) {
      double level = 0.1 / Math.sqrt(32) * Math.pow((200 - m) / 200.0, 0.9);
      assertThat(level(eta, size, 5L * m)).isCloseTo(level, within(1e-16));
    }
  }

  @Test
  void cosineIsHalfAWave() {
    Schedule schedule = new Cosine(0.5, 0.1, 12);
    assertThat(schedule.at(0)).isEqualTo(0.5);
    assertThat(schedule.at(4)).isCloseTo(0.4, within(1e-16));
    assertThat(schedule.at(6)).isCloseTo(0.3, within(1e-16));
    assertThat(List.of(12L, 13L, 1L << 60).stream().map(schedule::at)).containsOnly(0.1);
  }

  @Test
  void piecewiseRefusesStagesOutOfOrder() {
    for (double[] from : new double[][] {{1, 2}, {0, 0}, {0, 1.5}}) {
      assertThatThrownBy(() -> new Piecewise(Vector.of(1, 2), Vector.of(from)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("from must be increasing integers that begin with 0, got " + Vector.of(from));
    }
    assertThatThrownBy(() -> new Piecewise(Vector.of(1, 2), Vector.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("from has 1 steps, values 2");
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void lanesSeeTheirOwnStep(Schedule schedule) {
    Batch batch = new Batch(4, 1, Vector.of(0));
    LaneValues values = LaneValues.of(schedule, value -> 1 / value, 4);
    for (int lane = 0; lane < 4; lane++) {
      batch.add(lane);
    }
    // In any order, and on both sides of the largest table's end.
    long[][] steps = {{0, 0, 0, 0}, {2, 0, 12, 4}, {6, 1000, 2, 0}, {1L << 40, 4, 1L << 20, 2}};
    for (long[] at : steps) {
      System.arraycopy(at, 0, batch.steps(), 0, 4);
      for (int half = 0; half < 2; half++) {
        double[] seen = values.at(batch, half);
        for (int lane = 0; lane < 4; lane++) {
          assertThat(seen[lane]).isEqualTo(1 / schedule.at(at[lane] + half));
        }
      }
    }
  }
}
