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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step of streaming PCA sees. */
@Tag("digits")
class StreamingPcaTest {
  private static final RandomKey KEY = new RandomKey(0x9ca, 20260105);
  private static final Vector SPECTRUM = Vector.of(4, 3, 2, 1);

  /** {@code [k][i]}: trajectories 0, 1, ... at one point. */
  private static Batch batch(int lanes, Vector point) {
    Batch batch = new Batch(lanes, point.size(), point);
    for (int i = 0; i < lanes; i++) {
      batch.add(i);
    }
    return batch;
  }

  /**
   * At e_2 the sampled gradient is Y_2 (Y_2 e_2 - Y) and so its mean is 0 and E g_k^2 = lambda_2
   * lambda_k for k other than 2, whatever the law. 4e5 samples; the widest relative error of a
   * squared product of two normals has standard deviation sqrt(8), so that five such standard
   * errors are 2.3 %, and 0.008 of the deviation for the means: false alarm 6e-7 for each number.
   */
  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "rademacher", "uniform"})
  void momentsAtTheSaddle(String stream) {
    int lanes = 100_000;
    Batch batch = batch(lanes, Vector.of(0, 1, 0, 0));
    Samples samples = new StreamingPca(SPECTRUM, stream).startSamples(new Draws(KEY, lanes), lanes);
    samples.draw(batch);
    double[][] g = new double[4][lanes];
    double[] sum = new double[4];
    double[] square = new double[4];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      samples.gradient(batch.state(), lanes, phase, g);
      for (int k = 0; k < 4; k++) {
        for (int i = 0; i < lanes; i++) {
          sum[k] += g[k][i];
          square[k] += g[k][i] * g[k][i];
        }
      }
    }
    for (int k : new int[] {0, 2, 3}) {
      double expected = 3 * SPECTRUM.at(k);
      double count = 4.0 * lanes;
      assertThat(sum[k] / count / Math.sqrt(expected)).isCloseTo(0, within(0.008));
      assertThat(square[k] / count / expected).isCloseTo(1, within(0.023));
    }
    assertThat(sum[1]).isZero();
  }

  /**
   * The mean of the samples at a point off the sphere is the gradient. Each component of s (s v -
   * X) has a standard deviation below 60 there; five standard errors of 4e5 samples are 0.48: false
   * alarm 6e-7.
   */
  @ParameterizedTest
  @ValueSource(strings = {"gaussian", "rademacher", "uniform"})
  void samplesHaveTheGradientAsTheirMean(String stream) {
    int lanes = 100_000;
    Vector point = Vector.of(0.8, -1.1, 0.6, 0.9);
    StreamingPca pca = new StreamingPca(SPECTRUM, stream);
    Batch batch = batch(lanes, point);
    Samples samples = pca.startSamples(new Draws(KEY, lanes), lanes);
    samples.draw(batch);
    double[][] g = new double[4][lanes];
    double[] sum = new double[4];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      samples.gradient(batch.state(), lanes, phase, g);
      for (int k = 0; k < 4; k++) {
        for (int i = 0; i < lanes; i++) {
          sum[k] += g[k][i];
        }
      }
    }
    pca.gradient(batch.state(), lanes, g);
    for (int k = 0; k < 4; k++) {
      assertThat(sum[k] / (4.0 * lanes)).isCloseTo(g[k][0], within(0.48));
    }
  }

  @Test
  void aSampleDependsOnNoLaneBesideIt() {
    Vector point = Vector.of(0.5, 0.5, -0.5, 0.5);
    StreamingPca pca = new StreamingPca(SPECTRUM, "gaussian");
    Batch many = batch(37, point);
    Samples wide = pca.startSamples(new Draws(KEY, 37), 37);
    wide.draw(many);
    Batch one = new Batch(1, 4, point);
    one.add(17);
    Samples alone = pca.startSamples(new Draws(KEY, 1), 1);
    alone.draw(one);
    double[][] g = new double[4][37];
    double[][] single = new double[4][1];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      wide.gradient(many.state(), 37, phase, g);
      alone.gradient(one.state(), 1, phase, single);
      for (int k = 0; k < 4; k++) {
        assertThat(single[k][0]).isEqualTo(g[k][17]);
      }
    }
  }

  /** Half of lambda_1 - lambda_k at e_k, however long. */
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.5", "2, 1", "3, 1.5"})
  void theValueIsHalfTheVarianceThatIsMissed(int axis, double missed) {
    double[][] x = new double[4][1];
    x[axis][0] = -2;
    double[] out = new double[1];
    new StreamingPca(SPECTRUM, "uniform").value(x, 1, out);
    assertThat(out[0]).isEqualTo(missed);
  }

  @Test
  void refusesAnotherLaw() {
    assertThatThrownBy(() -> new StreamingPca(SPECTRUM, "cauchy"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stream must be gaussian, rademacher or uniform, got cauchy");
  }
}
