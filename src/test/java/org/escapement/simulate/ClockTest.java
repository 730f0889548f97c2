package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.escapement.dynamics.Constant;
import org.escapement.model.Schedule;
import org.junit.jupiter.api.Test;

class ClockTest {

  @Test
  void constantStepsAreMultiplied() {
    assertThat(new Clock(new Constant(0.1)).at(3, 0, 10_000_000_000L))
        .containsExactly(3 * 0.1, 0, 1e10 * 0.1);
  }

  @Test
  void changingStepsAreAddedWithoutLosingDigits() {
    Schedule stepSize = new Shrinking(0.1);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < 5000; k++) {
      sum = sum.add(new BigDecimal(stepSize.at(k)));
    }
    assertThat(new Clock(stepSize).at(5000)).isEqualTo(sum.doubleValue());
  }

  @Test
  void timesComeInTheOrderOfTheSteps() {
    Clock clock = new Clock(new Shrinking(0.5));
    assertThat(clock.at(20, 3, 20, 0, 1))
        .containsExactly(clock.at(20), clock.at(3), clock.at(20), 0, 0.5);
  }

  private record Shrinking(double initial) implements Schedule {
    @Override
    public double at(long step) {
      return initial / (1 + 0.1 * step);
    }

    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public void check(String interval, String name) {}
  }
}
