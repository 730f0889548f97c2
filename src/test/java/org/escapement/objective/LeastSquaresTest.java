package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Means;
import org.escapement.measure.Moments;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses of Velikanov et al.'s translation-invariant problem at steps 10, 50 and 100: the
 * spectrally expressible recursion, which is exact there, evaluated in Python.
 */
class LeastSquaresTest {
  private static final Torus TORUS = new Torus(256, 40, 1.5, 1.5);
  private static final Vector STEPS = Vector.of(10, 50, 100);

  private static Means losses(int batch, double alpha, double beta, String sampling, int runs) {
    LeastSquares objective = new LeastSquares(TORUS, batch, sampling);
    Experiment experiment =
        new Experiment(
            objective,
            new NoNoise(),
            new HeavyBall(new Constant(alpha), new Constant(beta)),
            Vector.zero(80),
            new WholeSpace(),
            100,
            Double.POSITIVE_INFINITY);
    return Simulation.run(
            experiment,
            RandomKey.of(7, "least-squares"),
            new Moments(List.of("loss"), new AtSteps(STEPS)),
            new Chunk(0, 0, runs))
        .summary();
  }

  @Test
  void wholeBatchesAreDeterministic() {
    Means losses = losses(256, 1, 0, "without-replacement", 1);
    assertThat(losses.mean(0)).isCloseTo(0.02925715, within(5e-9));
    assertThat(losses.mean(1)).isCloseTo(0.004457415, within(5e-10));
    assertThat(losses.mean(2)).isCloseTo(0.001518395, within(5e-10));
  }

  /** Five standard errors on each of 9 numbers: false alarm 5e-6. */
  @ParameterizedTest
  @CsvSource({
    "16, 1.0, 0.0, without-replacement, 0.04003819, 0.006049487, 0.002063572",
    "16, 0.5, 0.8, without-replacement, 0.1172665, 0.004902682, 7.009753e-4",
    "16, 0.5, 0.8, with-replacement, 0.1247108, 0.005513546, 7.802044e-4"
  })
  void batchesHaveTheExactLoss(
      int batch, double alpha, double beta, String sampling, double l10, double l50, double l100) {
    Means losses = losses(batch, alpha, beta, sampling, 1000);
    double[] exact = {l10, l50, l100};
    for (int row = 0; row < exact.length; row++) {
      assertThat((losses.mean(row) - exact[row]) / losses.stdError(row)).isBetween(-5.0, 5.0);
    }
  }

  /** Epochs give 5.18e-3 instead of 6.05e-3 at step 50, ten standard errors and more. */
  @Test
  void epochsAreAnotherLaw() {
    Means losses = losses(16, 1, 0, "reshuffling", 1000);
    assertThat(losses.mean(1)).isCloseTo(5.18e-3, within(0.15e-3));
    assertThat((losses.mean(1) - 0.006049487) / losses.stdError(1)).isLessThan(-6);
  }

  @Test
  void batchesBeyondTheDataAreRefused() {
    assertThatThrownBy(() -> new LeastSquares(TORUS, 257, "reshuffling"))
        .hasMessage("batch must be at most the number of rows, 256, got 257");
    assertThatThrownBy(() -> new LeastSquares(TORUS, 2, "shuffled"))
        .hasMessageContaining("reshuffling");
  }
}
