package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.data.GaussianSignal;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class RowScatterTest {
  private static final int LANES = 256;
  private static final int DRAWS = 200;

  /**
   * Against the samples themselves, 204800 of them: 5 standard errors, false alarm 6e-7 each. The
   * seed is fixed.
   */
  @ParameterizedTest
  @CsvSource({"1, with-replacement", "3, with-replacement", "3, without-replacement"})
  void varianceIsThatOfTheSamples(int batch, String sampling) {
    PhaseRetrieval objective = new PhaseRetrieval(new GaussianSignal(11, 2, 5), batch, sampling);
    Draws draws = new Draws(new RandomKey(8, 9), LANES);
    Batch lanes = new Batch(LANES, 2, Vector.of(0.4, -0.3));
    double[][] direction = new double[2][LANES];
    for (int i = 0; i < LANES; i++) {
      lanes.add(i);
      direction[0][i] = 0.8;
      direction[1][i] = 0.6;
    }
    double[] variance = new double[LANES];
    double[][] mean = new double[2][LANES];
    objective.scatter(2, LANES, draws, 0).variance(lanes.state(), direction, LANES, variance);
    objective.gradient(lanes.state(), LANES, mean);
    Samples samples = objective.startSamples(draws, LANES);
    double[][] g = new double[2][LANES];
    double second = 0;
    double fourth = 0;
    for (int s = 0; s < DRAWS; s++) {
      samples.draw(lanes);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        samples.gradient(lanes.state(), LANES, phase, g);
        for (int i = 0; i < LANES; i++) {
          double z = 0.8 * (g[0][i] - mean[0][i]) + 0.6 * (g[1][i] - mean[1][i]);
          second += z * z;
          fourth += z * z * z * z;
        }
      }
      lanes.countSteps();
    }
    double n = 4.0 * LANES * DRAWS;
    double error = Math.sqrt((fourth / n - second / n * (second / n)) / n);
    assertThat(variance[0]).isCloseTo(second / n, within(5 * error));
    assertThat(variance[LANES - 1]).isEqualTo(variance[0]);
  }
}
