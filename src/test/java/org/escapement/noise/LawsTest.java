package org.escapement.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.CauchyDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.LaplaceDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.escapement.model.Noise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each noise follows its law, its scale included. */
@Tag("digits")
class LawsTest {
  private static final int STEPS = 800;
  private static final int SIZE = STEPS * Sample.LANES;

  /** Standard errors within which a mean stays but for a chance of 6e-7. */
  private static final double SURE = 5;

  /** Noise and its cumulative distribution function from Commons Statistics. */
  static Stream<Arguments> laws() {
    double root = Math.sqrt(0.5);
    return Stream.of(
        law(new Gaussian(0.7), NormalDistribution.of(0, 0.7)::cumulativeProbability),
        law(
            new Uniform(0.7),
            UniformContinuousDistribution.of(-0.7 * Math.sqrt(3), 0.7 * Math.sqrt(3))
                ::cumulativeProbability),
        law(new Laplace(0.7), LaplaceDistribution.of(0, 0.7 * root)::cumulativeProbability),
        law(new StudentT(3, 0.7), z -> TDistribution.of(3).cumulativeProbability(z / 0.7)),
        law(new StudentT(0.5, 0.7), z -> TDistribution.of(0.5).cumulativeProbability(z / 0.7)),
        law(new Stable(2, 0.7), NormalDistribution.of(0, 0.7 / root)::cumulativeProbability),
        law(new Stable(1, 0.7), CauchyDistribution.of(0, 0.7)::cumulativeProbability),
        law(
            new IsotropicStable(2, 0.7),
            NormalDistribution.of(0, 0.7 / root)::cumulativeProbability),
        law(new IsotropicStable(1, 0.7), CauchyDistribution.of(0, 0.7)::cumulativeProbability));
  }

  private static Arguments law(Noise noise, DoubleUnaryOperator cumulative) {
    return Arguments.of(noise, cumulative);
  }

  /** Chi-square of the deciles; false alarm 1e-6 for each coordinate. */
  @ParameterizedTest
  @MethodSource("laws")
  void decilesAreEquallyLikely(Noise noise, DoubleUnaryOperator cumulative) {
    for (double[] coordinate : Sample.of(noise, 2, STEPS)) {
      assertThat(chiSquare(coordinate, cumulative))
          .isLessThan(ChiSquaredDistribution.of(9).inverseSurvivalProbability(1e-6));
    }
  }

  private static double chiSquare(double[] sample, DoubleUnaryOperator cumulative) {
    int[] counts = new int[10];
    for (double z : sample) {
      counts[(int) Math.min(9, 10 * cumulative.applyAsDouble(z))]++;
    }
    double expected = sample.length / 10.0;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  /** Noise, its variance, and its kurtosis, which gives the standard error of the variance. */
  static Stream<Arguments> moments() {
    return Stream.of(
        Arguments.of(new Gaussian(0.7), 0.49, 3),
        Arguments.of(new Uniform(0.7), 0.49, 1.8),
        Arguments.of(new Rademacher(0.7), 0.49, 1),
        Arguments.of(new Laplace(0.7), 0.49, 6),
        // Of t with f degrees of freedom: f/(f - 2) and 3 + 6/(f - 4).
        Arguments.of(new StudentT(12, 0.7), 0.49 * 1.2, 3.75),
        Arguments.of(new Stable(2, 0.7), 0.98, 3),
        Arguments.of(new IsotropicStable(2, 0.7), 0.98, 3));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void meanAndVarianceAreThoseOfTheLaw(Noise noise, double variance, double kurtosis) {
    double[] z = Sample.of(noise, 2, STEPS)[1];
    double mean = 0;
    double square = 0;
    for (double value : z) {
      mean += value / SIZE;
      square += value * value / SIZE;
    }
    assertThat(noise.deviations(2).orElseThrow().at(1))
        .isCloseTo(Math.sqrt(variance), within(1e-15));
    assertThat(mean).isCloseTo(0, within(SURE * Math.sqrt(variance / SIZE)));
    assertThat(square)
        .isCloseTo(variance, within(1e-11 + SURE * variance * Math.sqrt((kurtosis - 1) / SIZE)));
  }

  @Test
  void rademacherHasTwoValues() {
    assertThat(Sample.of(new Rademacher(0.7), 1, 4)[0]).containsOnly(-0.7, 0.7);
  }

  /**
   * The mean of cos(u.z) has the standard error sqrt((1 + phi(2u) - 2 phi(u)^2)/(2n)); for both
   * stable laws, along an axis and across the plane.
   */
  @ParameterizedTest
  @CsvSource({"0.4", "0.8", "1.2", "1.5", "1.9", "2"})
  void stableLawsHaveTheirCharacteristicFunction(double alpha) {
    double[][] components = Sample.of(new Stable(alpha, 0.7), 2, STEPS);
    double[][] isotropic = Sample.of(new IsotropicStable(alpha, 0.7), 2, STEPS);
    for (double u : new double[] {0.3, 1, 2.5}) {
      double axis = Math.pow(0.7 * u, alpha);
      assertCharacteristic(components, u, 0, axis, alpha);
      assertCharacteristic(isotropic, u, 0, axis, alpha);
      assertCharacteristic(components, u, -u, 2 * axis, alpha);
      assertCharacteristic(isotropic, u, -u, Math.pow(2, alpha / 2) * axis, alpha);
    }
  }

  private static void assertCharacteristic(
      double[][] z, double u0, double u1, double exponent, double alpha) {
    double mean = 0;
    for (int i = 0; i < SIZE; i++) {
      mean += Math.cos(u0 * z[0][i] + u1 * z[1][i]) / SIZE;
    }
    double phi = Math.exp(-exponent);
    double phiTwice = Math.exp(-Math.pow(2, alpha) * exponent);
    double error = Math.sqrt((1 + phiTwice - 2 * phi * phi) / (2 * SIZE));
    assertThat(mean).isCloseTo(phi, within(SURE * error));
  }

  /** In the plane the isotropic Cauchy law has P(|z| < r) = 1 - scale/sqrt(scale^2 + r^2). */
  @Test
  void isotropicCauchyHasItsRadius() {
    double[][] z = Sample.of(new IsotropicStable(1, 0.7), 2, STEPS);
    double[] radius = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      radius[i] = Math.hypot(z[0][i], z[1][i]);
    }
    assertThat(chiSquare(radius, r -> 1 - 0.7 / Math.hypot(0.7, r)))
        .isLessThan(ChiSquaredDistribution.of(9).inverseSurvivalProbability(1e-6));
  }

  @Test
  void noNoiseIsZero() {
    assertThat(Sample.of(new NoNoise(), 2, 4)[1]).containsOnly(0);
  }
}
