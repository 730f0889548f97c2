package org.escapement.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.escapement.simulate.Ending;
import org.escapement.simulate.ExitSummary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialityTest {
  private static final int REPETITIONS = 1000;

  /** 5.5 standard errors of a share of 5 %: false-alarm probability 4e-8. */
  private static final double CHANCE = 5.5 * Math.sqrt(0.05 * 0.95 / REPETITIONS);

  @ParameterizedTest
  @CsvSource({
    // p, horizon in means, trajectories
    "1e-4, 1000, 100",
    "1e-4, 1, 200",
    "1e-7, 2, 100",
  })
  void levelHoldsHoweverManyAreCensored(double p, double means, int trajectories) {
    double beyond = beyond(1.358, p, means, trajectories, REPETITIONS);
    assertThat(beyond).isCloseTo(0.05, within(0.005 + CHANCE));
  }

  /**
   * The share of true exponentials beyond the critical values: within 5.5 standard errors, and a
   * tenth of the level for the finite sample. (40000 repetitions in NumPy: 0.0510 to 0.0542 and
   * 0.0102 to 0.0114.)
   */
  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "1e-4, 1000, 100",
    "1e-4, 1, 200",
    "1e-4, 0.1, 1000",
    "1e-7, 2, 100",
    "1e-7, 1000, 30",
  })
  void levelIsSharp(double p, double means, int trajectories) {
    double beyond5 = beyond(1.358, p, means, trajectories, 20_000);
    double beyond1 = beyond(1.628, p, means, trajectories, 20_000);
    assertThat(beyond5).isCloseTo(0.05, within(0.005 + 0.0085));
    assertThat(beyond1).isCloseTo(0.01, within(0.001 + 0.0039));
  }

  private static double beyond(
      double critical, double p, double means, int trajectories, int repetitions) {
    long horizon = Math.max(1, (long) (means / p));
    SplittableRandom random = new SplittableRandom(77);
    int beyond = 0;
    for (int i = 0; i < repetitions; i++) {
      beyond += ks(horizon, Samples.geometric(random, p, trajectories)) > critical ? 1 : 0;
    }
    return (double) beyond / repetitions;
  }

  /** Few steps leave fewer places to look at, so the test may only become milder. */
  @ParameterizedTest
  @CsvSource({"0.02, 1000, 400", "0.3, 1000, 400", "0.3, 1, 400", "0.9, 1000, 400"})
  void discretenessDoesNoHarm(double p, double means, int trajectories) {
    double beyond = beyond(1.358, p, means, trajectories, REPETITIONS);
    assertThat(beyond).isLessThan(0.055 + CHANCE);
  }

  @Test
  void seesThatUniformTimesAreNotExponential() {
    assertThat(ks(1000, LongStream.rangeClosed(1, 200).toArray())).isGreaterThan(1.628);
    assertThat(ks(100, LongStream.rangeClosed(1, 400).toArray())).isLessThan(1.358);
  }

  @Test
  void seesADelay() {
    long[] delayed =
        LongStream.of(Samples.geometric(new SplittableRandom(1), 1e-3, 5000))
            .map(n -> n + 100)
            .toArray();
    assertThat(ks(1L << 40, delayed)).isGreaterThan(1.628);
    assertThat(ks(500, delayed)).isGreaterThan(1.628);
  }

  /** Divergences independent of exits are random censoring. Level as above. */
  @Test
  void levelHoldsWhenSomeDiverge() {
    SplittableRandom random = new SplittableRandom(79);
    int beyond5 = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      beyond5 += number(diverging(random, 200)) > 1.358 ? 1 : 0;
    }
    assertThat(beyond5 / (double) REPETITIONS).isCloseTo(0.05, within(0.005 + CHANCE));
  }

  private static ExitSummary diverging(SplittableRandom random, int n) {
    long[] exits = Samples.geometric(random, 1e-4, n);
    long[] lost = Samples.geometric(random, 5e-5, n);
    ExitSummary.Tally tally = new ExitSummary.Tally(2);
    for (int i = 0; i < n; i++) {
      long steps = Math.min(exits[i], lost[i]);
      tally.add(exits[i] <= lost[i] ? Ending.EXITED : Ending.DIVERGED, steps, (double) steps, 0);
    }
    return tally.summary();
  }

  private static double ks(long horizon, long... steps) {
    return Samples.estimates(1, horizon, steps).number(Quantity.KS_EXPONENTIAL).orElseThrow();
  }

  private static double number(ExitSummary summary) {
    return ExitEstimates.of(summary, 1L << 40, Samples.clock(1), Samples.SIDES)
        .number(Quantity.KS_EXPONENTIAL)
        .orElseThrow();
  }
}
