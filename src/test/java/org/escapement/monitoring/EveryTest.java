package org.escapement.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Quantity;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitRows;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class EveryTest {
  private static final RandomKey KEY = RandomKey.of(11, "every");

  private static Experiment experiment(
      Dynamics dynamics, Noise noise, double start, Domain domain, long horizon, Monitoring looks) {
    return new Experiment(
        new Quadratic(Vector.of(1)),
        noise,
        dynamics,
        new StartAt(Vector.of(start)),
        domain,
        horizon,
        Double.POSITIVE_INFINITY,
        looks);
  }

  private static Experiment noisy(long horizon, Monitoring looks) {
    Domain domain = new Interval(-1, 1);
    return experiment(new Sgd(new Constant(0.1)), new Gaussian(3), 0, domain, horizon, looks);
  }

  private static ExitSummary run(Experiment e, int trajectories, int lanes) {
    assertThat(e.problems()).isEmpty();
    return Simulation.run(e, KEY, ExitTimes.summaryOnly(), new Chunk(0, 0, trajectories), lanes)
        .summary();
  }

  /**
   * K steps of SGD on a quadratic with Gaussian noise are one step of another such chain, with
   * factor q^K, q = 0.9, and variance (0.3)^2 (1 - q^(2K))/(1 - q^2): K times its mean number of
   * steps to leave (-1, 1) from 0, by the integral equation with 400 Gauss points in NumPy, which
   * 200 points confirm to ten digits. Five standard errors: false alarm 5.7e-7 each.
   */
  @ParameterizedTest
  @CsvSource({"1, 25.0813198", "3, 36.6587375", "7, 58.3218939", "10, 75.4568810"})
  void meanIsThatOfTheChainOfLooks(int every, double steps) {
    Experiment e = noisy(1 << 30, new Every(every));
    ExitEstimates estimates = ExitEstimates.of(run(e, 20_000, 256), e);
    double error = estimates.number(Quantity.STD_ERROR).orElseThrow();
    assertThat(estimates.number(Quantity.MEAN_TIME).orElseThrow())
        .isCloseTo(0.1 * steps, within(5 * error));
  }

  /** All at whole numbers of looks, never before the first exit of the same trajectory. */
  @Test
  void exitsAreMultiplesAndNeverEarly() {
    long[] first = exits(new AfterSteps());
    long[] late = exits(new Every(6));
    assertThat(late).hasSameSizeAs(first);
    int later = 0;
    for (int i = 0; i < first.length; i++) {
      assertThat(late[i] % 6).isZero();
      assertThat(late[i]).isGreaterThanOrEqualTo(first[i]);
      later += late[i] > first[i] + 5 ? 1 : 0; // was back inside at a look
    }
    assertThat(later).isPositive();
    assertThat(exits(new Every(1))).isEqualTo(first);
  }

  private static long[] exits(Monitoring looks) {
    ExitRows rows =
        Simulation.run(
                noisy(1 << 20, looks),
                KEY,
                ExitTimes.keepingBelow(Long.MAX_VALUE),
                new Chunk(0, 0, 500),
                64)
            .rows()
            .orElseThrow();
    return IntStream.range(0, rows.size()).mapToLong(rows::step).toArray();
  }

  /** Heavy ball without noise swings through the minimum: 0.5, 0, -0.25, -0.25, -0.125, 0, ... */
  @Test
  void whoIsBackAtTheNextLookHasNotLeft() {
    Dynamics swing = new HeavyBall(new Constant(0.5), new Constant(0.5));
    Domain domain = new Interval(-0.2, 2);
    Experiment always = experiment(swing, new NoNoise(), 1, domain, 24, new AfterSteps());
    Experiment intime = experiment(swing, new NoNoise(), 1, domain, 24, new Every(4));
    Experiment rarely = experiment(swing, new NoNoise(), 1, domain, 24, new Every(5));
    assertThat(run(always, 1, 1).exited()).isEqualTo(1);
    assertThat(run(intime, 1, 1).exited()).isEqualTo(1);
    assertThat(run(rarely, 1, 1).exited()).isZero();
    assertThat(run(rarely, 1, 1).censored()).isEqualTo(1);
  }

  /** x_k = (-2)^k / 2 is infinite from step 1025 on. */
  @Test
  void whoIsNotFiniteHasDivergedAlsoBetweenLooks() {
    Domain domain = new Interval(-1, 1);
    Dynamics growing = new Sgd(new Constant(3));
    ExitSummary before =
        run(experiment(growing, new NoNoise(), 0.5, domain, 1024, new Every(5000)), 3, 2);
    ExitSummary after =
        run(experiment(growing, new NoNoise(), 0.5, domain, 1025, new Every(5000)), 3, 2);
    assertThat(before.censored()).isEqualTo(3);
    assertThat(after.diverged()).isEqualTo(3);
    assertThat(after.censored()).isZero();
  }

  @Test
  void lanesDoNotMatter() {
    Experiment e = noisy(40, new Every(5));
    ExitSummary summary = run(e, 700, 256);
    assertThat(run(e, 700, 7)).isEqualTo(summary);
    assertThat(summary.censored()).isPositive();
    assertThat(summary.exited()).isPositive();
  }

  @Test
  void steps() {
    assertThat(new Every(1).isLate()).isFalse();
    assertThat(new Every(2).isLate()).isTrue();
    assertThatThrownBy(() -> new Every(0)).hasMessage("steps must be in [1, 1000000000], got 0");
    List<String> problems = noisy(10, new Every(3)).problems();
    assertThat(problems).isEmpty();
  }
}
