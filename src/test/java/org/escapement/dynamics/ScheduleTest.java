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
