package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.escapement.model.Schedule;
import org.escapement.simulate.Clock;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitEstimatesTest {

  @Test
  void completeSampleGivesItsMeanAndQuantiles() {
    ExitEstimates estimates =
        Samples.estimates(0.5, 1000, LongStream.rangeClosed(1, 100).toArray());
    assertThat(estimates.estimator()).isEqualTo(Estimator.SAMPLE_MEAN);
    assertThat(number(estimates, Quantity.TRAJECTORIES)).isEqualTo(100);
    assertThat(number(estimates, Quantity.EXITED)).isEqualTo(100);
    assertThat(number(estimates, Quantity.MEAN_STEP)).isEqualTo(50.5);
    assertThat(number(estimates, Quantity.MEAN_TIME)).isEqualTo(25.25);
    // The variance of 1..n is n(n + 1)/12; a half step of time, 100 of them.
    double stdError = 0.5 * Math.sqrt(100 * 101 / 12.0 / 100);
    assertThat(number(estimates, Quantity.STD_ERROR)).isCloseTo(stdError, within(1e-14));
    assertThat(number(estimates, Quantity.CI_LOW))
        .isCloseTo(25.25 - 1.959963984540054 * stdError, within(1e-13));
    assertThat(number(estimates, Quantity.CI_HIGH))
        .isCloseTo(25.25 + 1.959963984540054 * stdError, within(1e-13));
    assertThat(number(estimates, Quantity.Q05)).isEqualTo(2.5);
    assertThat(number(estimates, Quantity.Q25)).isEqualTo(12.5);
    assertThat(number(estimates, Quantity.MEDIAN)).isEqualTo(25);
    assertThat(number(estimates, Quantity.Q75)).isEqualTo(37.5);
    assertThat(number(estimates, Quantity.Q95)).isEqualTo(47.5);
    assertThat(number(estimates, Quantity.RATE)).isCloseTo(1 / 25.25, within(1e-16));
    assertThat(number(estimates, Quantity.RESTRICTED_MEAN)).isEqualTo(25.25);
    assertThat(number(estimates, Quantity.RESTRICTED_STD_ERROR)).isCloseTo(stdError, within(1e-14));
    assertThat(estimates.value(Quantity.ESTIMATOR)).hasValue("sample-mean");
    assertThat(estimates.relativeStandardError().orElseThrow())
        .isCloseTo(stdError / 25.25, within(1e-15));
  }

  /** Of 1, ..., 10000: one standard error of the share, 50 steps, each way at the median. */
  @Test
  void quantilesAreMeasuredWithTheirErrors() {
    ExitEstimates estimates =
        Samples.estimates(1, 20_000, LongStream.rangeClosed(1, 10_000).toArray());
    Measured median = estimates.measured("median").orElseThrow();
    assertThat(median.value()).isCloseTo(5000, within(5.0));
    assertThat(median.stdError()).isCloseTo(50, within(5.0));
    assertThat(estimates.measured("q05").orElseThrow().stdError()).isCloseTo(21.8, within(2.2));
    assertThat(Samples.estimates(1, 60, 3, 4).measured("median")).isEmpty();
  }

  @Test
  void censoredSampleIsNotCutToWhatWasSeen() {
    long[] steps = LongStream.rangeClosed(1, 100).toArray();
    ExitEstimates estimates = Samples.estimates(1, 60, steps);
    assertThat(estimates.estimator()).isEqualTo(Estimator.EXPONENTIAL_MLE);
    double atRisk = 60 * 61 / 2.0 + 40 * 60;
    assertThat(number(estimates, Quantity.CENSORED)).isEqualTo(40);
    assertThat(number(estimates, Quantity.MEAN_TIME)).isCloseTo(atRisk / 60, within(1e-13));
    assertThat(number(estimates, Quantity.RESTRICTED_MEAN)).isCloseTo(atRisk / 100, within(1e-13));
    assertThat(number(estimates, Quantity.RESTRICTED_STD_ERROR))
        .isCloseTo(
            stdError(Arrays.stream(steps).mapToDouble(n -> Math.min(n, 60)).toArray()),
            within(1e-13));
    assertThat(number(estimates, Quantity.MEDIAN)).isEqualTo(50);
    assertThat(estimates.number(Quantity.Q75)).isEmpty();
    assertThat(estimates.number(Quantity.Q95)).isEmpty();
    ChiSquaredDistribution upper = ChiSquaredDistribution.of(122);
    ChiSquaredDistribution lower = ChiSquaredDistribution.of(120);
    assertThat(number(estimates, Quantity.CI_LOW))
        .isCloseTo(2 * atRisk / upper.inverseCumulativeProbability(0.975), within(1e-8));
    assertThat(number(estimates, Quantity.CI_HIGH))
        .isCloseTo(2 * atRisk / lower.inverseCumulativeProbability(0.025), within(1e-8));
  }

  @Test
  void twoTrajectoriesAreTooFew() {
    ExitEstimates estimates = Samples.estimates(1, 100, 3, 4);
    assertThat(estimates.value(Quantity.ESTIMATOR)).hasValue("too-few-exits");
    assertThat(presentNumbers(estimates))
        .containsExactly(
            Quantity.TRAJECTORIES, Quantity.EXITED, Quantity.CENSORED, Quantity.DIVERGED);
    assertThat(estimates.relativeStandardError()).isEmpty();
    assertThat(estimates.measured("mean_time")).isEmpty();
    assertThat(estimates.measured("side.lower")).isEmpty();
    assertThat(estimates.survival()).isNotEmpty();
  }

  @Test
  void withoutExitsOnlyALowerBoundOfTheMeanIsLeft() {
    ExitEstimates estimates =
        ExitEstimates.of(
            Samples.all(Ending.CENSORED, 50, 1000, 0.1), 1000, Samples.clock(0.1), Samples.SIDES);
    assertThat(estimates.estimator()).isEqualTo(Estimator.TOO_FEW_EXITS);
    assertThat(number(estimates, Quantity.CI_LOW)).isCloseTo(5000 / 2.9957322735, within(1e-6));
    assertThat(estimates.number(Quantity.CI_HIGH)).isEmpty();
    assertThat(estimates.number(Quantity.RESTRICTED_MEAN)).isEmpty();
    assertThat(estimates.measured("exited_share").orElseThrow().value()).isEqualTo(0);
    assertThat(estimates.measured("exited_share").orElseThrow().stdError()).isPositive();
    assertThat(estimates.survival())
        .containsExactly(new SurvivalRow(1000, 100, 50, 0, 1, OptionalDouble.empty()));
  }

  @Test
  void oneExitGivesAnInterval() {
    long[] steps = new long[10];
    Arrays.fill(steps, 101);
    steps[3] = 50;
    ExitEstimates estimates = Samples.estimates(1, 100, steps);
    assertThat(estimates.estimator()).isEqualTo(Estimator.TOO_FEW_EXITS);
    // chi-square(0.975; 4) = 11.14328678, chi-square(0.025; 2) = 0.05063562 (any table).
    assertThat(number(estimates, Quantity.CI_LOW)).isCloseTo(1900 / 11.14328678, within(1e-5));
    assertThat(number(estimates, Quantity.CI_HIGH)).isCloseTo(1900 / 0.05063562, within(1e-2));
    assertThat(estimates.number(Quantity.MEAN_TIME)).isEmpty();
  }

  @Test
  void allDivergedLeavesCountsAndABound() {
    ExitEstimates estimates =
        ExitEstimates.of(
            Samples.all(Ending.DIVERGED, 50, 7, 1), 1000, Samples.clock(1), Samples.SIDES);
    assertThat(number(estimates, Quantity.DIVERGED)).isEqualTo(50);
    assertThat(presentNumbers(estimates)).contains(Quantity.CI_LOW).hasSize(5);
    assertThat(estimates.survival()).allMatch(row -> row.survival() == 1);
  }

  @Test
  void noTrajectoriesGiveNoNumbers() {
    ExitEstimates estimates = Samples.estimates(1, 10);
    assertThat(presentNumbers(estimates)).hasSize(4);
    assertThat(estimates.survival()).isEmpty();
    assertThat(estimates.measured("exited_share")).isEmpty();
  }

  @Test
  void horizonOfOneStepIsABernoulliTrial() {
    long[] steps = new long[100];
    Arrays.fill(steps, 2);
    Arrays.fill(steps, 0, 40, 1);
    ExitEstimates estimates = Samples.estimates(1, 1, steps);
    assertThat(number(estimates, Quantity.RATE)).isEqualTo(0.4);
    assertThat(number(estimates, Quantity.RATE_STD_ERROR))
        .isCloseTo(Math.sqrt(0.4 * 0.6 / 99), within(1e-15));
    assertThat(number(estimates, Quantity.RESTRICTED_MEAN)).isEqualTo(1);
    assertThat(number(estimates, Quantity.KS_EXPONENTIAL)).isCloseTo(0, within(1e-12));
    assertThat(estimates.survival()).hasSize(2);
    assertThat(estimates.survival().get(1).survival()).isEqualTo(0.6);
  }

  @Test
  void whenAllLeaveAtTheFirstStepThereIsNoSpreadToTest() {
    ExitEstimates estimates =
        ExitEstimates.of(Samples.all(Ending.EXITED, 50, 1, 1), 10, Samples.clock(1), Samples.SIDES);
    assertThat(number(estimates, Quantity.MEAN_TIME)).isEqualTo(1);
    assertThat(number(estimates, Quantity.STD_ERROR)).isEqualTo(0);
    assertThat(estimates.number(Quantity.KS_EXPONENTIAL)).isEmpty();
  }

  @Test
  void lastToBeWatchedDivergedSoNobodyKnowsTheRest() {
    ExitSummary exits = Samples.all(Ending.EXITED, 30, 5, 1);
    ExitSummary late = Samples.all(Ending.DIVERGED, 3, 9, 1);
    ExitSummary early = Samples.all(Ending.DIVERGED, 3, 2, 1);
    assertThat(estimates(exits.merge(late)).number(Quantity.RESTRICTED_MEAN)).isEmpty();
    assertThat(number(estimates(exits.merge(early)), Quantity.RESTRICTED_MEAN)).isEqualTo(5);
    assertThat(estimates(exits.merge(early)).measured("restricted_mean").orElseThrow().estimator())
        .isEqualTo(Estimator.KAPLAN_MEIER);
  }

  @Test
  void whatStandsBesidePredictions() {
    ExitSummary.Tally tally = new ExitSummary.Tally(2);
    for (int i = 0; i < 100; i++) {
      tally.add(Ending.EXITED, 10 + i, 5 + 0.5 * i, i < 25 ? 1 : 0);
    }
    for (int i = 0; i < 25; i++) {
      tally.add(Ending.CENSORED, 1000, 500, -1);
    }
    ExitEstimates estimates =
        ExitEstimates.of(tally.summary(), 1000, Samples.clock(0.5), Samples.SIDES);
    assertThat(estimates.measured("exited_share").orElseThrow().value()).isEqualTo(0.8);
    assertThat(estimates.measured("side.upper").orElseThrow().value()).isEqualTo(0.25);
    assertThat(estimates.measured("side.lower").orElseThrow().value()).isEqualTo(0.75);
    assertThat(estimates.measured("side.lower").orElseThrow().stdError())
        .isCloseTo(0.0433, within(0.001));
    Measured step = estimates.measured("mean_step").orElseThrow();
    Measured time = estimates.measured("mean_time").orElseThrow();
    assertThat(step.value()).isEqualTo(2 * time.value());
    assertThat(step.stdError()).isCloseTo(2 * time.stdError(), within(1e-10));
    assertThat(step.estimator()).isEqualTo(Estimator.EXPONENTIAL_MLE);
    assertThat(estimates.measured("restricted_mean").orElseThrow().estimator())
        .isEqualTo(Estimator.SAMPLE_MEAN);
    assertThat(estimates.measured("side.middle")).isEmpty();
    assertThat(estimates.measured("median_of_the_moon")).isEmpty();
  }

  @Test
  void changingStepSizesCountInModelTime() {
    Clock clock = new Clock(new Halving());
    ExitSummary.Tally tally = new ExitSummary.Tally(2);
    for (int i = 1; i <= 40; i++) {
      tally.add(Ending.EXITED, i, clock.at(i), 0);
    }
    ExitEstimates estimates = ExitEstimates.of(tally.summary(), 100, clock, Samples.SIDES);
    double[] times = clock.at(LongStream.rangeClosed(1, 40).toArray());
    assertThat(number(estimates, Quantity.MEAN_STEP)).isEqualTo(20.5);
    assertThat(number(estimates, Quantity.MEAN_TIME))
        .isCloseTo(Arrays.stream(times).average().orElseThrow(), within(1e-15));
    assertThat(number(estimates, Quantity.MEDIAN)).isEqualTo(clock.at(20));
  }

  /**
   * Geometric times: the standard error of the rate is p sqrt((1 - p)/D), here within six times its
   * own spread (at most 1.5 % with 20000 exits, by the fourth moment), and the rate within 5.5
   * standard errors: false-alarm probability 4e-8.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.1, 0.5, 0.9})
  void fastExitsHaveTheErrorOfGeometricTimes(double p) {
    ExitEstimates estimates =
        Samples.estimates(1, 1L << 40, Samples.geometric(new SplittableRandom(9), p, 20_000));
    double expected = p * Math.sqrt((1 - p) / 20_000);
    assertThat(number(estimates, Quantity.RATE)).isCloseTo(p, within(5.5 * expected));
    assertThat(number(estimates, Quantity.RATE_STD_ERROR) / expected).isCloseTo(1, within(0.09));
  }

  @ParameterizedTest
  @EnumSource(Quantity.class)
  void everyColumnTellsUnitAndMeaning(Quantity quantity) {
    assertThat(quantity.comment()).containsPattern("^[^:]+: .+");
    assertThat(quantity.column()).matches("[a-z0-9_]+");
    ExitEstimates estimates = Samples.estimates(0.1, 50, LongStream.range(1, 41).toArray());
    assertThat(estimates.value(quantity)).isPresent().get().isInstanceOf(quantity.type());
  }

  private static ExitEstimates estimates(ExitSummary summary) {
    return ExitEstimates.of(summary, 1000, Samples.clock(1), Samples.SIDES);
  }

  private static double number(ExitEstimates estimates, Quantity quantity) {
    return estimates.number(quantity).orElseThrow();
  }

  private static List<Quantity> presentNumbers(ExitEstimates estimates) {
    return Arrays.stream(Quantity.values()).filter(q -> estimates.number(q).isPresent()).toList();
  }

  private static double stdError(double[] x) {
    double mean = Arrays.stream(x).average().orElseThrow();
    double squares = Arrays.stream(x).map(each -> (each - mean) * (each - mean)).sum();
    return Math.sqrt(squares / x.length / (x.length - 1));
  }

  private record Halving() implements Schedule {
    @Override
    public double at(long step) {
      return 1.0 / (1 + step);
    }

    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public void check(String interval, String name) {}
  }
}
