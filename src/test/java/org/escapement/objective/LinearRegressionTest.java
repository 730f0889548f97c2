package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.data.Isotropic;
import org.escapement.data.PowerLaw;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Means;
import org.escapement.measure.Moments;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The noise of linear regression. */
@Tag("digits")
class LinearRegressionTest {

  /**
   * With normal inputs E (aa'x)_1^2 = sigma^4 (x_1^2 + |x|^2 + ...): the variance of coordinate 1
   * of the sampled gradient is (sigma^4 (x_1^2 + |x|^2) + sigma^2 s^2)/b. The kurtosis of a product
   * of normal numbers is below 200; false alarm below 1e-6.
   */
  @Test
  void varianceIsThatOfNormalInputs() {
    int lanes = 100_000;
    LinearRegression objective = new LinearRegression(new Isotropic(2, 2.25), 3, 0.5, 1, 0);
    Batch batch = new Batch(lanes, 2, Vector.of(0.8, -1));
    for (int i = 0; i < lanes; i++) {
      batch.add(i);
    }
    Samples samples = objective.startSamples(new Draws(new RandomKey(3, 4), lanes), lanes);
    samples.draw(batch);
    double[][] out = new double[2][lanes];
    double sum = 0;
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      samples.gradient(batch.state(), lanes, phase, out);
      for (double g : out[0]) {
        sum += (g - 2.25 * 0.8) * (g - 2.25 * 0.8);
      }
    }
    double n = lanes * Draws.PHASES;
    double variance = (5.0625 * (0.64 + 1.64) + 2.25 * 0.25) / 3;
    assertThat(sum / n).isCloseTo(variance, within(5 * variance * Math.sqrt(200 / n)));
  }

  /**
   * Losses of Velikanov et al.'s recursion for Gaussian data, tau1 = 1 and tau2 = -1, with 30
   * eigenvalues m^-1.5 and w_m = m^-0.25: evaluated in Python. Five standard errors on each of 4
   * numbers: false alarm 2.4e-6.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.15, 0, 0.24785, 0.0738068", "4, 0.5, -0.5, 0.129966, 0.0339453"})
  void lossesOnPowerLaws(int batch, double alpha, double beta, double at10, double at50) {
    LinearRegression objective = new LinearRegression(new PowerLaw(30, 1.5, 1), batch, 0, 1, 1);
    Experiment experiment =
        new Experiment(
            objective,
            new NoNoise(),
            new HeavyBall(new Constant(alpha), new Constant(beta)),
            Vector.zero(30),
            new WholeSpace(),
            50,
            Double.POSITIVE_INFINITY);
    Means losses =
        Simulation.run(
                experiment,
                RandomKey.of(7, "linear-regression"),
                new Moments(List.of("loss"), new AtSteps(Vector.of(10, 50))),
                new Chunk(0, 0, 5000))
            .summary();
    assertThat((losses.mean(0) - at10) / losses.stdError(0)).isBetween(-5.0, 5.0);
    assertThat((losses.mean(1) - at50) / losses.stdError(1)).isBetween(-5.0, 5.0);
    assertThat(losses.stdError(1)).isLessThan(0.03 * at50);
  }

  @Test
  void refusesStepsOfTooManyNumbers() {
    assertThatThrownBy(() -> new LinearRegression(new Isotropic(100, 1), 200, 1, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "batch of 200 samples with 101 numbers each is too large: more than 16384 numbers a"
                + " step");
  }
}
