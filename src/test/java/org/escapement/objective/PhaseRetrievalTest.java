package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.model.Vector;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The data of phase retrieval, its known points, and which samples its optimisers see. */
@Tag("digits")
class PhaseRetrievalTest {
  private static final PhaseRetrieval PAPERS =
      new PhaseRetrieval(new GaussianSignal(200, 10, 3), 1, "with-replacement");

  private static double[][] lane(double factor, Vector point) {
    double[][] x = new double[point.size()][1];
    for (int k = 0; k < x.length; k++) {
      x[k][0] = factor * point.at(k);
    }
    return x;
  }

  private static double value(PhaseRetrieval objective, double[][] x) {
    double[] out = new double[1];
    objective.value(x, 1, out);
    return out[0];
  }

  @Test
  void bothSignsOfTheSolutionAreMinima() {
    for (double sign : new double[] {-1, 1}) {
      double[][] x = lane(sign, PAPERS.solution());
      double[][] gradient = new double[10][1];
      PAPERS.gradient(x, 1, gradient);
      assertThat(value(PAPERS, x)).isCloseTo(0, within(1e-28));
      for (double[] coordinate : gradient) {
        assertThat(coordinate[0]).isCloseTo(0, within(1e-13));
      }
    }
  }

  /**
   * With many samples f and its derivatives are those of the population: value 3 |w*|^4 and Hessian
   * -12 |w*|^2 along w* at the origin. With p = a.w*, the standard errors are |w*|^4 sqrt(96/n) of
   * the mean of p^4, and 4 |w*|^2 sqrt(96/n) of that of 4 p^4 / |w*|^2.
   */
  @Test
  void theOriginIsTheMaximumOfThePopulation() {
    int n = 16_384;
    PhaseRetrieval objective =
        new PhaseRetrieval(new GaussianSignal(n, 4, 11), 1, "with-replacement");
    Vector w = objective.solution();
    double square = 0;
    for (int k = 0; k < w.size(); k++) {
      square += w.at(k) * w.at(k);
    }
    double[][] origin = new double[4][1];
    double error = Math.sqrt(96.0 / n);
    assertThat(value(objective, origin) / (square * square)).isCloseTo(3, within(5 * error));
    double[][] bent = new double[4][1];
    objective.hessianTimes(origin, lane(1, w), 1, bent);
    double along = 0;
    for (int k = 0; k < w.size(); k++) {
      along += w.at(k) * bent[k][0];
    }
    assertThat(along / (square * square)).isCloseTo(-12, within(5 * 4 * error));
  }

  /** d |w*|^2 is chi-square with d degrees of freedom; false alarm 6e-7. */
  @Test
  void solutionsOfInstancesFollowTheirLaw() {
    int instances = 2000;
    double sum = 0;
    for (int instance = 0; instance < instances; instance++) {
      Vector w =
          new PhaseRetrieval(new GaussianSignal(1, 10, instance), 1, "without-replacement")
              .solution();
      for (int k = 0; k < 10; k++) {
        sum += w.at(k) * w.at(k);
      }
    }
    assertThat(sum / instances).isCloseTo(1, within(5 * Math.sqrt(0.2 / instances)));
  }

  /** Sampled gradients are 4 (p^2 - y) p a of one row each; false alarm 1e-6. */
  @Test
  void rowsAreDrawnEquallyOften() {
    int rows = 6;
    int lanes = 6000;
    PhaseRetrieval objective =
        new PhaseRetrieval(new GaussianSignal(rows, 2, 5), 1, "with-replacement");
    double[] ofRow = slopesOfRows(objective, rows);
    Batch batch = new Batch(lanes, 2, Vector.of(0.3, -0.4));
    for (int i = 0; i < lanes; i++) {
      batch.add(i);
    }
    Samples samples = objective.startSamples(new Draws(new RandomKey(1, 2), lanes), lanes);
    samples.draw(batch);
    int[] counts = new int[rows];
    double[][] out = new double[2][lanes];
    for (int phase = 0; phase < Draws.PHASES; phase++) {
      samples.gradient(batch.state(), lanes, phase, out);
      for (double slope : out[1]) {
        counts[nearest(slope, ofRow)]++;
      }
    }
    double expected = Draws.PHASES * lanes / (double) rows;
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertThat(chiSquare)
        .isLessThan(ChiSquaredDistribution.of(rows - 1).inverseSurvivalProbability(1e-6));
  }

  private static double[] slopesOfRows(PhaseRetrieval objective, int rows) {
    Rows data = Loaded.rows(objective.data());
    double[] slopes = new double[rows];
    for (int i = 0; i < rows; i++) {
      double p = 0.3 * data.at(i, 0) - 0.4 * data.at(i, 1);
      slopes[i] = 4 * (p * p - data.targets()[i] * data.targets()[i]) * p * data.at(i, 1);
    }
    return slopes;
  }

  private static int nearest(double slope, double[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      if (Math.abs(slope - slopes[i]) <= 1e-14 * Math.abs(slope)) {
        return i;
      }
    }
    throw new AssertionError("no row has the slope " + slope);
  }

  @Test
  void aBatchOfAllIsTheGradient() {
    PhaseRetrieval whole =
        new PhaseRetrieval(new GaussianSignal(200, 10, 3), 200, "without-replacement");
    assertThat(whole.isExact()).isTrue();
    assertThat(PAPERS.isExact()).isFalse();
    Batch batch = new Batch(1, 10, Vector.of(1, 0, 0, 0.5, 0, 0, 0, 0, 0, 0));
    batch.add(0);
    Samples samples = whole.startSamples(new Draws(new RandomKey(1, 2), 1), 1);
    double[][] sampled = new double[10][1];
    double[][] gradient = new double[10][1];
    samples.draw(batch);
    samples.gradient(batch.state(), 1, 2, sampled);
    PAPERS.gradient(batch.state(), 1, gradient);
    assertThat(sampled).isDeepEqualTo(gradient);
  }
}
