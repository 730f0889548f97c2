package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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
    LinearRegression objective = new LinearRegression(2, 3, 1.5, 0.5);
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

  @Test
  void refusesStepsOfTooManyNumbers() {
    assertThatThrownBy(() -> new LinearRegression(100, 200, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "batch of 200 samples with 101 numbers each is too large: more than 16384 numbers a"
                + " step");
  }
}
