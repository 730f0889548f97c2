package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.Quadratic;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Stationary second moments on f(x) = a x^2/2, known in closed form, within 5.5 standard errors.
 */
@Tag("digits")
class StationaryTest {
  private static final int LANES = 256;
  private static final int STEPS = 12_000;
  private static final int BURN_IN = 2_000;

  /**
   * The standard error comes from the spread over lanes, which are independent: 5.5 of them are
   * exceeded with a chance of 9e-8 (t of 255 degrees of freedom).
   */
  private static final double SURE = 5.5;

  /** Dynamics, noise, curvature, stationary variance of the position. */
  static Stream<Arguments> settings() {
    return Stream.of(
            optimisers(0.1, 0),
            optimisers(0.1, 0.5),
            optimisers(0.1, 0.9),
            optimisers(0.1, -0.5),
            Stream.of(
                // 1.5 > 2 (1 + beta)/(1 + 2 beta) would make Nesterov's unstable.
                Arguments.of(heavyBall(1.5, 0.5), new Gaussian(1), 1.0, 3.0),
                Arguments.of(averaged(1.5, 0.5), new Gaussian(1), 1.0, 1.0),
                // h sigma^2/(1 - (1 - h a)^2), a = 2.
                Arguments.of(euler(0.2), new Gaussian(0.9), 2.0, 0.81 / (2 * (2 - 0.4))),
                // BAOAB has temperature/a at any h.
                Arguments.of(baoab(0.3), new NoNoise(), 2.0, 0.2),
                Arguments.of(baoab(1), new NoNoise(), 2.0, 0.2),
                Arguments.of(langevin(0.1), new NoNoise(), 2.0, langevinVariance(0.1, 2, 1.2, 0.4)),
                Arguments.of(
                    langevin(0.3), new NoNoise(), 2.0, langevinVariance(0.3, 2, 1.2, 0.4))))
        .flatMap(stream -> stream);
  }

  /** With a = s = 1: an AR(2) process for each. */
  private static Stream<Arguments> optimisers(double eta, double beta) {
    double q = 1 - eta;
    Noise noise = new Gaussian(1);
    return Stream.of(
        Arguments.of(
            heavyBall(eta, beta),
            noise,
            1.0,
            eta * (1 + beta) / ((1 - beta) * (2 * (1 + beta) - eta))),
        Arguments.of(
            averaged(eta, beta),
            noise,
            1.0,
            eta * (1 + beta) / (2 * (1 + beta) - eta * (1 - beta))),
        Arguments.of(
            new Nesterov(new Constant(eta), new Constant(beta)),
            noise,
            1.0,
            eta * (1 + beta * q) / ((1 - beta * q) * (1 + (1 + 2 * beta) * q))));
  }

  private static Dynamics heavyBall(double eta, double beta) {
    return new HeavyBall(new Constant(eta), new Constant(beta));
  }

  private static Dynamics averaged(double eta, double beta) {
    return new NormalisedHeavyBall(new Constant(eta), new Constant(beta));
  }

  private static Dynamics euler(double h) {
    return new EulerMaruyama(new Constant(h));
  }

  private static Dynamics baoab(double h) {
    return new LangevinBaoab(new Constant(h), 1.2, 0.4);
  }

  private static Dynamics langevin(double h) {
    return new LangevinEuler(new Constant(h), 1.2, 0.4);
  }

  /** By iterating the moments of x' = x + h v, v' = (1 - h friction) v - h a x + noise. */
  private static double langevinVariance(double h, double a, double friction, double temperature) {
    double xx = 0;
    double xv = 0;
    double vv = 0;
    double c = 1 - h * friction;
    double heat = 2 * friction * temperature * h;
    for (int k = 0; k < 20_000; k++) {
      double xxNext = xx + 2 * h * xv + h * h * vv;
      double xvNext = c * xv - h * a * xx + h * (c * vv - h * a * xv);
      double vvNext = c * c * vv - 2 * c * h * a * xv + h * h * a * a * xx + heat;
      xx = xxNext;
      xv = xvNext;
      vv = vvNext;
    }
    return xx;
  }

  @ParameterizedTest
  @MethodSource("settings")
  void variance(Dynamics dynamics, Noise noise, double curvature, double expected) {
    assertThat(standardErrors(dynamics, noise, curvature, expected)).isBetween(-SURE, SURE);
  }

  @Test
  void resolvesTheDiscreteLawFromItsDiffusionLimit() {
    // eta/(2 (1 - beta)) is 0.5, the discrete chain has 0.5135135.
    assertThat(standardErrors(heavyBall(0.1, 0.9), new Gaussian(1), 1, 0.5)).isGreaterThan(SURE);
  }

  /** How many standard errors the time average of x^2 lies above the expected value. */
  private static double standardErrors(
      Dynamics dynamics, Noise noise, double curvature, double expected) {
    double[] average = averageSquares(dynamics, noise, new Quadratic(Vector.of(curvature)));
    double sum = 0;
    double squares = 0;
    for (double lane : average) {
      sum += lane - expected;
      squares += (lane - expected) * (lane - expected);
    }
    double mean = sum / LANES;
    double variance = (squares / LANES - mean * mean) / (LANES - 1);
    return mean / Math.sqrt(variance);
  }

  private static double[] averageSquares(Dynamics dynamics, Noise noise, Objective objective) {
    Batch batch = Paths.batch(dynamics, objective, Vector.of(0), LANES);
    for (int lane = 0; lane < LANES; lane++) {
      batch.add(lane);
    }
    Stepper stepper = dynamics.start(objective, noise, new Draws(Paths.KEY, LANES), LANES);
    double[] average = new double[LANES];
    for (int step = 0; step < STEPS; step += Draws.PHASES) {
      stepper.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        stepper.advance(batch, phase);
        double[] x = batch.state()[0];
        for (int i = 0; i < LANES && step >= BURN_IN; i++) {
          average[i] += x[i] * x[i] / (STEPS - BURN_IN);
        }
      }
      batch.countSteps();
    }
    return average;
  }
}
