package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.escapement.data.Isotropic;
import org.escapement.data.PowerLaw;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.LinearRegression;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both estimators of a tail index, on laws whose index is known. */
class TailIndexTest {
  private static final RandomKey KEY = RandomKey.of(5, "tails");

  /** On a parabola of curvature 1 with step size 1, x is minus the last noise. */
  private static Experiment experiment(Objective objective, Noise noise, double eta, long steps) {
    return new Experiment(
        objective,
        noise,
        new Sgd(new Constant(eta)),
        Vector.zero(objective.dimension()),
        new WholeSpace(),
        steps,
        Double.POSITIVE_INFINITY);
  }

  private static Findings run(Experiment e, Measure<?> measure, Chunk chunk, int lanes) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), List.of(measure));
    return Simulation.run(e, KEY, all, chunk, lanes).summary();
  }

  private static Reading reading(Experiment e, Measure<?> measure, int trajectories) {
    Findings found = run(e, measure, new Chunk(0, 0, trajectories), 256);
    return Measurement.readings(List.of(measure), found, e).get(0);
  }

  /** The bias is below 1e-3 where a hundredth of Cauchy numbers is tail; false alarm 6e-7. */
  @Test
  @Tag("digits")
  void cauchyNumbersHaveIndexOne() {
    Experiment e = experiment(new IsotropicQuadratic(1, 1), new Stable(1, 0.7), 1, 3);
    Reading reading = reading(e, new TailIndex(1000), 100_000);
    assertThat(reading.name()).isEqualTo("tail-index");
    assertThat(reading.step()).isEqualTo(3);
    assertThat(reading.trajectories()).isEqualTo(100_000);
    assertThat(reading.value()).isCloseTo(1, within(5 * reading.stdError()));
    assertThat(reading.stdError()).isCloseTo(1 / Math.sqrt(1000), within(0.01));
  }

  /**
   * E |1 - 0.816674 z^2|^1.5 = 1 for normal z, so the stationary law of scalar linear regression
   * has index 1.5 (Kesten). Hill's estimate of 2000 out of 400 000 was 1.485(33) in an independent
   * simulation; within 4.5 of its standard errors, false alarm 7e-6 for the fixed seed.
   */
  @Test
  @Tag("digits")
  void multiplicativeNoiseMakesPowerTails() {
    Experiment e =
        experiment(
            new LinearRegression(new Isotropic(1, 1), 1, 1, 1, 0), new NoNoise(), 0.816674, 120);
    Reading reading = reading(e, new TailIndex(2000), 400_000);
    assertThat(reading.value()).isCloseTo(1.5, within(0.15));
  }

  @Test
  @Tag("digits")
  void neitherLanesNorChunksMatter() {
    Experiment e =
        experiment(
            new LinearRegression(new Isotropic(2, 1), 3, 1, 1, 0), new Stable(1.5, 0.2), 0.3, 7);
    for (Measure<?> measure :
        List.of(
            new TailIndex(50),
            new NoiseTailIndex(10),
            new NoiseTailIndex(2, "coordinates", new EvenlySpaced(3)))) {
      Findings whole = run(e, measure, new Chunk(0, 0, 700), 256);
      Findings first = run(e, measure, new Chunk(0, 0, 123), 7);
      Findings rest = run(e, measure, new Chunk(1, 123, 577), 64);
      assertThat(rest.merge(first)).isEqualTo(whole);
    }
  }

  /**
   * ln |X| of a stable X has variance pi^2/6 (1/alpha^2 + 1/2), and so the estimate of 1/alpha from
   * n sums of m has, but for the smaller part of the mean logarithm, the standard error sqrt(pi^2/6
   * (1/alpha^2 + 1/2)/n)/ln m. False alarm 6e-7.
   */
  @ParameterizedTest
  @CsvSource({"1.5, 100", "1, 10", "1.8, 10", "2, 100"})
  @Tag("digits")
  void sumsOfStableNoiseGrowByItsIndex(double alpha, int block) {
    Noise noise = alpha == 2 ? new Gaussian(3) : new Stable(alpha, 0.7);
    int n = 10_000;
    Experiment e = experiment(new IsotropicQuadratic(1, 1), noise, 0.1, 1);
    Reading reading = reading(e, new NoiseTailIndex(block), n);
    assertThat(reading.value()).isCloseTo(alpha, within(5 * reading.stdError()));
    double variance = Math.PI * Math.PI / 6 * (1 / (alpha * alpha) + 0.5);
    double error = alpha * alpha * Math.sqrt(variance / n) / StrictMath.log(block);
    assertThat(reading.stdError()).isBetween(0.8 * error, 1.1 * error);
  }

  @Test
  @Tag("digits")
  void lengthsOfVectorsDoAsWell() {
    Experiment e = experiment(new IsotropicQuadratic(1, 3), new IsotropicStable(1.3, 2), 0.1, 1);
    Reading reading = reading(e, new NoiseTailIndex(20), 10_000);
    assertThat(reading.value()).isCloseTo(1.3, within(5 * reading.stdError()));
  }

  /** The noise of samples alone, at the start of all: finite variance, so that sums tend to 2. */
  @Test
  void oneOfThemHasTheName() {
    NoiseTailIndex pooled = new NoiseTailIndex(2, "coordinates", new AtHorizon());
    assertThat(new NoiseTailIndex(10).excludes(new NoiseTailIndex(20))).isTrue();
    assertThat(new NoiseTailIndex(10).excludes(pooled)).isFalse();
  }

  @Test
  @Tag("digits")
  void samplesHaveTheirNoise() {
    Experiment e =
        experiment(new LinearRegression(new Isotropic(1, 1), 1, 1, 1, 0), new NoNoise(), 0.1, 1);
    assertThat(reading(e, new NoiseTailIndex(1000), 3000).value()).isBetween(1.7, 2.0);
    assertThat(reading(e, new NoiseTailIndex(2), 3000).value()).isLessThan(1.7);
  }

  private static Reading pooled(Objective objective, Noise noise, int block) {
    Experiment e = experiment(objective, noise, 0.1, 1);
    return reading(e, new NoiseTailIndex(block, "coordinates", new AtHorizon()), 100);
  }

  /**
   * Coordinates of one law and independent give the index; with a scale in common, as those of
   * isotropic stable noise, 2 whatever it is. False alarm 6e-7 each (100 trajectories: a normal
   * law's five deviations are 2e-6 of Student's).
   */
  @Test
  @Tag("digits")
  void coordinatesOfOneLawDoAsWell() {
    Objective flat = new IsotropicQuadratic(1, 2000);
    Reading normal = pooled(flat, new Gaussian(3), 50);
    assertThat(normal.name()).isEqualTo("coordinate-tail-index");
    assertThat(normal.value()).isCloseTo(2, within(5.5 * normal.stdError()));
    assertThat(normal.stdError()).isLessThan(0.03);
    Reading stable = pooled(flat, new Stable(1.5, 0.7), 50);
    assertThat(stable.value()).isCloseTo(1.5, within(5.5 * stable.stdError()));
    Reading isotropic = pooled(flat, new IsotropicStable(1.3, 2), 50);
    assertThat(isotropic.value()).isCloseTo(2, within(5.5 * isotropic.stdError()));
  }

  /**
   * Independent normal coordinates with deviations s_k, pooled: on average 1/alpha is 1/2 + (ln
   * (mean of s_k^2 in a sum)/2 - mean of ln s_k)/ln m. With log-normal deviations of log-deviation
   * 2 that is an index near 0.9 for m = 100 (a simulation of 10^6 had 0.71 for m = 10 and 0.99 for
   * 1000), although nothing has a heavy tail.
   */
  @Test
  @Tag("digits")
  void pooledNormalsOfDifferentVariancesLookHeavyTailed() {
    Random random = new Random(8);
    double[] deviation = new double[2000];
    Arrays.setAll(deviation, k -> StrictMath.exp(2 * random.nextGaussian()));
    Objective flat = new IsotropicQuadratic(1, 2000);
    Reading reading = pooled(flat, new DiagonalGaussian(Vector.of(deviation)), 100);
    assertThat(reading.value())
        .isCloseTo(ofDeviations(deviation, 100), within(5.5 * reading.stdError()));
    assertThat(reading.value()).isBetween(0.75, 1.05);
  }

  private static double ofDeviations(double[] deviation, int m) {
    double inverse = 0.5;
    int sums = deviation.length / m;
    int[] order = NoiseBlocks.order(deviation.length);
    for (int first = 0; first < sums * m; first += m) {
      double squares = 0;
      double logs = 0;
      for (int j = first; j < first + m; j++) {
        double s = deviation[order[j]];
        squares += s * s / m;
        logs += StrictMath.log(s) / m;
      }
      inverse += (0.5 * StrictMath.log(squares) - logs) / StrictMath.log(m) / sums;
    }
    return 1 / inverse;
  }

  /**
   * Of samples: a (a.w - y), near w = 0 almost only label noise times a. Its coordinates have one
   * factor in common, so that it is the law of the coordinates of a that counts: 2 where they are
   * alike, 1.1 where their deviations fall as 1/k.
   */
  @Test
  @Tag("digits")
  void coordinatesOfSampledGradients() {
    Objective alike = new LinearRegression(new Isotropic(1000, 1), 1, 1, 1, 0);
    assertThat(pooled(alike, new NoNoise(), 50).value()).isBetween(1.9, 2.1);
    Objective unlike = new LinearRegression(new PowerLaw(1000, 2, 1), 1, 1, 1, 0);
    double[] deviation = new double[1000];
    Arrays.setAll(deviation, k -> 1.0 / (k + 1));
    Reading reading = pooled(unlike, new NoNoise(), 1000);
    assertThat(reading.value())
        .isCloseTo(ofDeviations(deviation, 1000), within(5.5 * reading.stdError() + 0.01));
    assertThat(reading.value()).isBetween(1.0, 1.25);
  }

  @Test
  void indicesAtSeveralSteps() {
    Experiment e = experiment(new IsotropicQuadratic(1, 4), new Gaussian(1), 0.1, 9);
    NoiseTailIndex measure = new NoiseTailIndex(2, "coordinates", new EvenlySpaced(3));
    Findings found = run(e, measure, new Chunk(0, 0, 300), 64);
    assertThat(Measurement.readings(List.of(measure), found, e))
        .extracting(Reading::step)
        .containsExactly(3L, 6L, 9L);
    assertThat(new NoiseTailIndex(5, "coordinates", new AtHorizon()).problem(e))
        .contains("block must be at most the number of coordinates that are added up, 4, got 5");
    assertThatThrownBy(() -> new NoiseTailIndex(5, "lengths", new AtHorizon()))
        .hasMessage("of must be one of [noises, coordinates], got lengths");
  }

  @Test
  void withoutNoiseThereIsNoIndex() {
    Experiment e = experiment(new IsotropicQuadratic(1, 1), new NoNoise(), 0.1, 1);
    assertThat(reading(e, new NoiseTailIndex(2), 10).value()).isNaN();
    assertThat(reading(e, new TailIndex(20), 10).value()).isNaN();
  }

  @Test
  void theLargestOfManyNumbers() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    LargestNumbers.Tally all = new LargestNumbers.Tally(4);
    LargestNumbers.Tally some = new LargestNumbers.Tally(4);
    LargestNumbers.Tally others = new LargestNumbers.Tally(4);
    all.add(Double.NaN);
    for (int k = 0; k < 1000; k++) {
      double number = random.nextDouble();
      all.add(number);
      (k % 3 == 0 ? some : others).add(number);
    }
    LargestNumbers merged = some.numbers().merge(others.numbers());
    assertThat(merged).isEqualTo(all.numbers());
    assertThat(merged.count()).isEqualTo(1000);
    assertThat(merged.at(0)).isGreaterThan(merged.at(1));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    merged.write(new DataOutputStream(bytes));
    assertThat(
            LargestNumbers.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(merged);
    assertThatThrownBy(() -> merged.merge(new LargestNumbers.Tally(5).numbers()))
        .hasMessage("the largest 4 and the largest 5 cannot be merged");
  }
}
