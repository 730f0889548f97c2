package org.escapement.theory.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class CoinExitTest {
  private static final long NEVER = 1L << 40;

  private static DoubleUnaryOperator well(double eta) {
    return x -> x - eta * (x * x * x - x);
  }

  @Test
  void aReflectedSimpleWalkHasAClosedForm() {
    // x <- max(x, 0) +- 1: from 0 up or down to -1, which is as good as 0 next time. On 0, 1, 2,
    // ...
    // with 0 kept at 0 by heads down, E(steps from 0 to n) = n (n + 1).
    WalkExit exit = CoinExit.of(x -> Math.max(x, 0), 1, 0, 4.5, NEVER).orElseThrow();
    assertThat(exit.mean()).isCloseTo(30, within(1e-9));
  }

  @Test
  void horizonOfASimpleWalk() {
    // Up three times in a row is the only way to be out by step 3.
    WalkExit exit = CoinExit.of(x -> Math.max(x, 0), 1, 0, 2.5, 3).orElseThrow();
    assertThat(exit.shareAboveInTime()).isCloseTo(0.125, within(1e-12));
    assertThat(exit.restrictedMean()).isCloseTo(3, within(1e-12));
  }

  @Test
  void noValueForAMapThatTurns() {
    assertThat(CoinExit.of(well(1.5), 1.5, -1, 1, NEVER)).isEmpty();
  }

  @Test
  void noValueWithoutALowestPoint() {
    assertThat(CoinExit.of(x -> x, 0.1, 0, 1, NEVER)).isEmpty();
  }

  @Test
  void cannotLeaveWhereTheSlopeBeatsEveryKick() {
    // max V' = 2/(3 sqrt 3) = 0.3849 on the way to the top.
    assertThat(Trap.extreme(well(0.1), 0.035, -1, 1)).isPresent();
    assertThat(Trap.extreme(well(0.1), 0.0384, -1, 1)).isPresent();
    assertThat(Trap.extreme(well(0.1), 0.0386, -1, 1)).isEmpty();
  }
}
