package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.escapement.simulate.ExitSummary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Exponential exit times of mean 1 watched until time 1, 200 trajectories, 4000 times over.
 *
 * <p>Expected: by the law, E min(T, 1) = 1 - 1/e = 0.63212, E(T | T < 1) = 1 - 1/(e - 1) = 0.41802,
 * exits 126.4, so that S/D has a spread of about 0.0889 and a bias of about 0.004 (0.0902 and
 * 1.0045 in 10^5 repetitions in NumPy, where the intervals covered 0.9546 and 0.9490). Each
 * assertion allows 5.5 standard errors of its own: false-alarm probability 4e-8.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CensoringTest {
  private static final int REPETITIONS = 4000;
  private static final double STEP = 1e-4;
  private static final long HORIZON = 10_000;

  private double naive;
  private double mean;
  private double meanSquare;
  private double stdError;
  private double restricted;
  private double restrictedStdError;
  private int covered;
  private int restrictedCovered;

  @BeforeAll
  void repeat() {
    SplittableRandom random = new SplittableRandom(20_241_121);
    for (int i = 0; i < REPETITIONS; i++) {
      // P(T > k) = exp(-k/10^4): the exponential law in whole steps.
      long[] steps = Samples.geometric(random, -StrictMath.expm1(-STEP), 200);
      ExitSummary summary = Samples.summary(STEP, HORIZON, steps);
      add(summary, ExitEstimates.of(summary, HORIZON, Samples.clock(STEP), Samples.SIDES));
    }
  }

  private void add(ExitSummary summary, ExitEstimates estimates) {
    naive += summary.exits().times().doubleValue() / summary.exited() / REPETITIONS;
    double time = number(estimates, Quantity.MEAN_TIME);
    mean += time / REPETITIONS;
    meanSquare += time * time / REPETITIONS;
    stdError += number(estimates, Quantity.STD_ERROR) / REPETITIONS;
    if (number(estimates, Quantity.CI_LOW) < 1 && 1 < number(estimates, Quantity.CI_HIGH)) {
      covered++;
    }
    double area = number(estimates, Quantity.RESTRICTED_MEAN);
    double areaError = number(estimates, Quantity.RESTRICTED_STD_ERROR);
    restricted += area / REPETITIONS;
    restrictedStdError += areaError / REPETITIONS;
    if (Math.abs(area - 0.632121) < 1.96 * areaError) {
      restrictedCovered++;
    }
  }

  @Test
  void meanOfWhatWasSeenWouldBeFarTooSmall() {
    assertThat(naive).isCloseTo(0.41802, within(0.003));
  }

  @Test
  void timeAtRiskPerExitEstimatesTheMean() {
    assertThat(mean).isCloseTo(1.0045, within(0.0078));
    double spread = Math.sqrt(meanSquare - mean * mean);
    assertThat(spread).isCloseTo(0.0902, within(0.0056));
    assertThat(stdError).isCloseTo(spread, within(0.006));
  }

  @Test
  void intervalsCoverAsOftenAsTheySay() {
    assertThat(covered / (double) REPETITIONS).isCloseTo(0.9546, within(0.0181));
  }

  @Test
  void restrictedMeanNeedsNoLaw() {
    // The spread of min(T, 1) is sqrt(1 - 2/e - 1/e^2) = 0.35856.
    assertThat(restricted)
        .isCloseTo(0.632121, within(5.5 * 0.35856 / Math.sqrt(200.0 * REPETITIONS)));
    assertThat(restrictedStdError).isCloseTo(0.35856 / Math.sqrt(200), within(0.0005));
    assertThat(restrictedCovered / (double) REPETITIONS).isCloseTo(0.949, within(0.0192));
  }

  private static double number(ExitEstimates estimates, Quantity quantity) {
    return estimates.number(quantity).orElseThrow();
  }
}
