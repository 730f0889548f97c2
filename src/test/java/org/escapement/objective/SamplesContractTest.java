package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.escapement.Examples;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every objective that is seen through samples. */
@Tag("digits")
class SamplesContractTest {
  private static final RandomKey KEY = new RandomKey(0x5eed, 20260121);
  private static final int LANES = 500;
  private static final int DRAWN = 100;

  /** Standard errors within which a mean stays but for a chance of 6e-7. */
  private static final double SURE = 5;

  static List<SampledObjective> objectives() {
    return Examples.objectives().stream()
        .filter(SampledObjective.class::isInstance)
        .map(SampledObjective.class::cast)
        .toList();
  }

  private static double[] point(int dimension) {
    double[] point = new double[dimension];
    for (int k = 0; k < dimension; k++) {
      point[k] = 0.7 - 0.3 * k;
    }
    return point;
  }

  private static Batch batch(SampledObjective objective, int lanes, long firstTrajectory) {
    int dimension = objective.dimension();
    Batch batch = new Batch(lanes, dimension, Vector.of(point(dimension)));
    for (int i = 0; i < lanes; i++) {
      batch.add(firstTrajectory + i);
    }
    return batch;
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void meanOfSamplesIsTheGradient(SampledObjective objective) {
    int d = objective.dimension();
    double[] sum = new double[d];
    double[] squares = new double[d];
    Batch batch = batch(objective, LANES, 0);
    Samples samples = objective.startSamples(new Draws(KEY, LANES), LANES);
    double[][] out = new double[d][LANES];
    for (int drawn = 0; drawn < DRAWN; drawn++) {
      samples.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        samples.gradient(batch.state(), LANES, phase, out);
        for (int k = 0; k < d; k++) {
          for (double g : out[k]) {
            sum[k] += g;
            squares[k] += g * g;
          }
        }
      }
      batch.countSteps();
    }
    double[][] gradient = new double[d][LANES];
    objective.gradient(batch.state(), LANES, gradient);
    double n = LANES * DRAWN * Draws.PHASES;
    for (int k = 0; k < d; k++) {
      double mean = sum[k] / n;
      double error = Math.sqrt((squares[k] / n - mean * mean) / n);
      assertThat(mean).isCloseTo(gradient[k][0], within(SURE * error + 1e-9));
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void everyTrajectoryAndStepHasItsOwn(SampledObjective objective) {
    int d = objective.dimension();
    Batch batch = batch(objective, LANES, 0);
    Samples samples = objective.startSamples(new Draws(KEY, LANES), LANES);
    double[][] first = new double[d][LANES];
    double[][] second = new double[d][LANES];
    samples.draw(batch);
    samples.gradient(batch.state(), LANES, 0, first);
    samples.gradient(batch.state(), LANES, 1, second);
    assertThat(Arrays.stream(first[d - 1]).distinct().count()).isGreaterThan(1);
    assertThat(first[d - 1]).isNotEqualTo(second[d - 1]);
    batch.countSteps();
    samples.draw(batch);
    samples.gradient(batch.state(), LANES, 0, second);
    assertThat(first[d - 1]).isNotEqualTo(second[d - 1]);
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void lanesDoNotMatter(SampledObjective objective) {
    int d = objective.dimension();
    int lane = 7;
    Batch many = batch(objective, LANES, 0);
    Batch one = batch(objective, 1, lane);
    Samples samples = objective.startSamples(new Draws(KEY, LANES), LANES);
    Samples alone = objective.startSamples(new Draws(KEY, 1), 1);
    samples.draw(many);
    alone.draw(one);
    double[][] out = new double[d][LANES];
    double[][] outAlone = new double[d][1];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      samples.gradient(many.state(), LANES, phase, out);
      alone.gradient(one.state(), 1, phase, outAlone);
      for (int k = 0; k < d; k++) {
        assertThat(outAlone[k][0]).isEqualTo(out[k][lane]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void writesLiveLanesOnly(SampledObjective objective) {
    int d = objective.dimension();
    Batch batch = batch(objective, 3, 0);
    Samples samples = objective.startSamples(new Draws(KEY, 3), 3);
    samples.draw(batch);
    double[][] out = new double[d][3];
    out[d - 1][2] = 42;
    samples.gradient(batch.state(), 2, 0, out);
    assertThat(out[d - 1][2]).isEqualTo(42);
  }
}
