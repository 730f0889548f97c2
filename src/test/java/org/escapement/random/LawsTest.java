package org.escapement.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.LevyDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The numbers against their laws. Keys are fixed, so a test that passes keeps passing; with a
 * random key each single comparison would fail by chance with probability at most 6e-7: 5 standard
 * errors of a mean, sqrt(n) D = 2.75 for Kolmogorov and Smirnov, the 1 - 5e-7 quantile of
 * chi-square.
 */
class LawsTest {
  private static final int COUNT = 200_000;
  private static final double STANDARD_ERRORS = 5;
  private static final double KOLMOGOROV = 2.75;
  private static final double EULER = 0.5772156649015329;

  @Test
  void uniform() {
    follows(Draws::uniform, UniformContinuousDistribution.of(0, 1));
  }

  @Test
  void normal() {
    follows(Draws::normal, NormalDistribution.of(0, 1));
    double[] x = all(Draws::normal);
    mean(x, v -> v, 0, 1);
    mean(x, v -> v * v, 1, 2);
    mean(x, v -> v * v * v, 0, 15);
    mean(x, v -> v * v * v * v, 3, 96);
  }

  @Test
  void exponential() {
    follows(Draws::exponential, ExponentialDistribution.of(1));
    mean(all(Draws::exponential), v -> v, 1, 1);
  }

  @Test
  void laplace() {
    follows(Draws::laplace, LaplaceDistribution.of(0, 1));
    mean(all(Draws::laplace), v -> v * v, 2, 20);
  }

  @Test
  void sign() {
    double[] x = all(Draws::sign);
    assertThat(Arrays.stream(x).map(Math::abs)).containsOnly(1.0);
    mean(x, v -> v, 0, 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3, 4.5, 30, 1e6})
  void student(double freedom) {
    follows(Law.student(freedom), TDistribution.of(freedom));
  }

  @Test
  void stableWithKnownDistribution() {
    follows(Law.stable(1), CauchyDistribution.of(0, 1));
    follows(Law.stable(2), NormalDistribution.of(0, Math.sqrt(2)));
    follows(Law.stable(Math.nextDown(1.0)), CauchyDistribution.of(0, 1));
    follows(Law.stable(Math.nextDown(2.0)), NormalDistribution.of(0, Math.sqrt(2)));
    mean(all(Law.stable(2)), v -> v * v, 2, 8);
  }

  /** Real and imaginary part of the empirical characteristic function against exp(-|u|^alpha). */
  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.999999, 1, 1.000001, 1.5, 1.9, 2})
  void stableByItsCharacteristicFunction(double alpha) {
    double[] x = all(Law.stable(alpha));
    for (double u : new double[] {0.1, 0.5, 1, 2}) {
      double phi = characteristic(alpha, u);
      double twice = characteristic(alpha, 2 * u);
      mean(x, v -> StrictMath.cos(u * v), phi, (1 + twice) / 2 - phi * phi);
      mean(x, v -> StrictMath.sin(u * v), 0, (1 - twice) / 2);
    }
    double variance = Math.PI * Math.PI / 6 * (1 / (alpha * alpha) + 0.5);
    mean(x, v -> StrictMath.log(Math.abs(v)), EULER * (1 / alpha - 1), variance);
  }

  private static double characteristic(double alpha, double u) {
    return StrictMath.exp(-StrictMath.pow(Math.abs(u), alpha));
  }

  /** P(S <= x) at x = 0.5, 1, 2, 5, 10, 50, by quadrature of Zolotarev's integral, to 6 digits. */
  @ParameterizedTest
  @CsvSource({
    "0.5, .668690, .728720, .786072, .850483, .888715, .946670",
    "0.8, .655039, .744140, .829371, .909748, .946375, .984749",
    "1.5, .639404, .756342, .894960, .979331, .993360, .999433",
    "1.8, .638283, .758715, .912297, .993352, .998452, .999920"
  })
  void stableAtPointsOfItsDistribution(
      double alpha, double p1, double p2, double p3, double p4, double p5, double p6) {
    double[] points = {0.5, 1, 2, 5, 10, 50};
    double[] probabilities = {p1, p2, p3, p4, p5, p6};
    double[] x = all(Law.stable(alpha));
    for (int j = 0; j < points.length; j++) {
      double point = points[j];
      double p = probabilities[j];
      mean(x, v -> v <= point ? 1 : 0, p, p * (1 - p));
      mean(x, v -> v >= -point ? 1 : 0, p, p * (1 - p));
    }
  }

  /** The Laplace transform exp(-u^gamma), and the mean of the logarithm. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.3, 0.5, 0.75, 0.95, 0.999999})
  void positiveStable(double gamma) {
    double[] x = all(Law.positiveStable(gamma));
    assertThat(DoubleStream.of(x).min().getAsDouble()).isPositive();
    for (double u : new double[] {0.2, 1, 3}) {
      double mean = characteristic(gamma, u);
      mean(x, v -> StrictMath.exp(-u * v), mean, characteristic(gamma, 2 * u) - mean * mean);
    }
    double variance = Math.PI * Math.PI / 6 * (1 / (gamma * gamma) - 1);
    mean(x, StrictMath::log, EULER * (1 / gamma - 1), variance);
  }

  /** E exp(-uT) = exp(-sqrt u) is the law of Levy with scale 1/2. */
  @Test
  void positiveStableOfIndexOneHalf() {
    follows(Law.positiveStable(0.5), LevyDistribution.of(0, 0.5));
  }

  /** Counts beyond x standard deviations against the Poisson law of their expected number. */
  @Test
  void tailsOfTheNormal() {
    double[] x = new double[0];
    for (int slot = 0; slot < 20; slot++) {
      double[][] phases = Law.numbers(Draws::normal, 4096, COUNT, slot);
      x = DoubleStream.concat(DoubleStream.of(x), tail(phases)).toArray();
    }
    NormalDistribution law = NormalDistribution.of(0, 1);
    for (double beyond : new double[] {4, 4.5, 5}) {
      PoissonDistribution count =
          PoissonDistribution.of(20.0 * Draws.PHASES * COUNT * law.survivalProbability(beyond));
      int lowest = count.inverseCumulativeProbability(1e-7);
      int highest = count.inverseSurvivalProbability(1e-7);
      assertThat((int) DoubleStream.of(x).filter(v -> v > beyond).count())
          .isBetween(lowest, highest);
      assertThat((int) DoubleStream.of(x).filter(v -> v < -beyond).count())
          .isBetween(lowest, highest);
    }
  }

  private static DoubleStream tail(double[][] phases) {
    return Arrays.stream(phases).flatMapToDouble(Arrays::stream).filter(v -> Math.abs(v) > 4);
  }

  /**
   * Numbers of neighbouring addresses: their correlation, and that of their squares. Phases 0 and 1
   * come from one word, as do 2 and 3, and all four from one block.
   */
  @Test
  void neighboursAreIndependent() {
    double[][] x = Law.numbers(Draws::normal, 4096, COUNT, 0);
    double[][] nextSlot = Law.numbers(Draws::normal, 4096, COUNT, 1);
    for (int p = 0; p < Draws.PHASES; p++) {
      for (int q = 0; q < Draws.PHASES; q++) {
        if (p < q) {
          uncorrelated(x[p], x[q]);
        }
        uncorrelated(x[p], nextSlot[q]);
        uncorrelated(Arrays.copyOf(x[p], COUNT - 1), Arrays.copyOfRange(x[q], 1, COUNT));
      }
    }
    double[] nextSteps = alongSteps();
    uncorrelated(x[0], nextSteps);
    uncorrelated(Arrays.copyOf(nextSteps, COUNT - 1), Arrays.copyOfRange(nextSteps, 1, COUNT));
    double[][] stable = Law.numbers(Law.stable(1.5), 4096, COUNT, 0);
    for (int p = 1; p < Draws.PHASES; p++) {
      uncorrelated(squashed(stable[0]), squashed(stable[p]));
    }
  }

  /** The numbers of phase 0 of trajectory 1, draw after draw. */
  private static double[] alongSteps() {
    long[] trajectories = new long[COUNT];
    Arrays.fill(trajectories, 1);
    long[] steps = IntStream.range(0, COUNT).mapToLong(i -> (long) Draws.PHASES * i).toArray();
    double[][] out = new double[Draws.PHASES][COUNT];
    new Draws(RandomKey.of(2026, "law"), COUNT).normal(trajectories, steps, COUNT, 0, out);
    return out[0];
  }

  /** Bounded, so that the correlation exists. */
  private static double[] squashed(double[] x) {
    return DoubleStream.of(x).map(v -> v / (1 + Math.abs(v))).toArray();
  }

  private static void uncorrelated(double[] x, double[] y) {
    assertThat(correlation(x, y)).isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(x.length)));
    double[] x2 = DoubleStream.of(x).map(v -> v * v).toArray();
    double[] y2 = DoubleStream.of(y).map(v -> v * v).toArray();
    assertThat(correlation(x2, y2)).isCloseTo(0, within(STANDARD_ERRORS / Math.sqrt(x.length)));
  }

  private static double correlation(double[] x, double[] y) {
    double mx = DoubleStream.of(x).average().getAsDouble();
    double my = DoubleStream.of(y).average().getAsDouble();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double[] all(Law law) {
    return Arrays.stream(Law.numbers(law, 4096, COUNT, 0))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static void mean(double[] x, DoubleUnaryOperator f, double expected, double variance) {
    double mean = DoubleStream.of(x).map(f).average().getAsDouble();
    assertThat(mean)
        .isCloseTo(expected, within(STANDARD_ERRORS * Math.sqrt(variance / x.length) + 1e-6));
  }

  /** Kolmogorov-Smirnov and chi-square of the deciles, of each phase apart. */
  private static void follows(Law law, ContinuousDistribution expected) {
    for (double[] x : Law.numbers(law, 4096, COUNT, 0)) {
      double[] sorted = x.clone();
      Arrays.sort(sorted);
      int[] deciles = new int[10];
      double distance = 0;
      for (int i = 0; i < COUNT; i++) {
        double p = expected.cumulativeProbability(sorted[i]);
        distance = Math.max(distance, Math.max(p - (double) i / COUNT, (i + 1.0) / COUNT - p));
        deciles[(int) Math.min(9, p * 10)]++;
      }
      assertThat(distance * Math.sqrt(COUNT)).isLessThan(KOLMOGOROV);
      double chiSquare = 0;
      for (int count : deciles) {
        double excess = count - COUNT / 10.0;
        chiSquare += excess * excess / (COUNT / 10.0);
      }
      assertThat(chiSquare)
          .isLessThan(ChiSquaredDistribution.of(9).inverseSurvivalProbability(5e-7));
    }
  }
}
