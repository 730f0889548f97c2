package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.escapement.Examples;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Curved;
import org.escapement.model.Matrix;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rosenbrock;
import org.escapement.objective.StreamingPca;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("digits")
class SharpnessTest {
  private static final int N = 11;

  private static double[] of(Curved f, double[][] x, int lanes) {
    double[] out = new double[x[0].length];
    new Sharpness(f, lanes).of(x, out.length, out);
    return out;
  }

  private static double[][] points(int dimension) {
    SplittableRandom random = new SplittableRandom(20260301);
    double[][] x = new double[dimension][N];
    for (double[] coordinate : x) {
      Arrays.setAll(coordinate, i -> random.nextDouble(-2, 2));
    }
    return x;
  }

  static List<Curved> curved() {
    return Examples.objectives().stream()
        .filter(Curved.class::isInstance)
        .map(Curved.class::cast)
        .toList();
  }

  /**
   * Against the dense matrix and Hipparchus, at random points: within the tolerance that is said.
   */
  @ParameterizedTest
  @MethodSource("curved")
  void isTheLargestEigenvalue(Curved f) {
    double[][] x = points(f.dimension());
    double[] found = of(f, x, N);
    for (int i = 0; i < N; i++) {
      double[] eigenvalues = eigenvalues(f, x, i);
      double largest = eigenvalues[eigenvalues.length - 1];
      double size = Math.max(Math.abs(largest), Math.abs(eigenvalues[0]));
      assertThat(found[i])
          .isCloseTo(largest, within(Sharpness.TOLERANCE * Math.abs(largest) + 1e-12 * size));
      assertThat(found[i]).isLessThanOrEqualTo(largest + 1e-13 * size);
    }
  }

  /** Ascending. */
  private static double[] eigenvalues(Curved f, double[][] x, int lane) {
    int d = f.dimension();
    double[][] here = new double[d][d];
    double[][] unit = new double[d][d];
    double[][] product = new double[d][d];
    for (int k = 0; k < d; k++) {
      Arrays.fill(here[k], x[k][lane]);
      unit[k][k] = 1;
    }
    f.hessianTimes(here, unit, d, product);
    double[][] symmetric = new double[d][d];
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < d; l++) {
        symmetric[k][l] = (product[k][l] + product[l][k]) / 2;
      }
    }
    double[] values =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric)).getEigenvalues();
    Arrays.sort(values);
    return values;
  }

  /** Not the largest in size; also where it is zero or negative, or alone, or many times there. */
  @Test
  void hasTheSignOfTheEigenvalue() {
    isNear(1, new Quadratic(Vector.of(-5, 1)));
    isNear(-1, new Quadratic(Vector.of(-5, -1, -3)));
    isNear(0, new Quadratic(Vector.of(0, -1, -3)));
    isNear(0, new Quadratic(Vector.of(0, 0)));
    isNear(-7, new Quadratic(Vector.of(-7)));
    isNear(3, new Quadratic(Vector.filled(3, 50)));
    isNear(3, new FullQuadratic(Matrix.of(new double[] {1, 2}, new double[] {2, 1}))); // 3 and -1
  }

  private static void isNear(double expected, Curved f) {
    for (double value : of(f, points(f.dimension()), N)) {
      assertThat(value).isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void lanesDoNotMatter() {
    Rosenbrock f = new Rosenbrock(4, 0.9, 5);
    double[][] x = points(4);
    double[] together = of(f, x, N);
    assertThat(of(f, x, 3)).isEqualTo(together);
    assertThat(of(f, x, 1)).isEqualTo(together);
  }

  /**
   * 300 eigenvalues, the second 10 % below the first: far fewer products than dimensions, and what
   * was promised.
   */
  @Test
  void manyDimensions() {
    double[] curvature = new double[300];
    Arrays.setAll(curvature, k -> k == 0 ? 1 : 0.9 - 0.003 * k);
    double[] found = of(new Quadratic(Vector.of(curvature)), points(300), N);
    for (double value : found) {
      assertThat(value).isBetween(1 - Sharpness.TOLERANCE, 1 + 1e-14);
    }
  }

  /** The top of 20 000 evenly spaced eigenvalues is too dense for 128 products. */
  @Test
  void whatIsNotFoundIsNotANumber() {
    double[] curvature = new double[20_000];
    Arrays.setAll(curvature, k -> k / 20_000.0);
    double[] out = new double[1];
    new Sharpness(new Quadratic(Vector.of(curvature)), 1).of(new double[20_000][1], 1, out);
    assertThat(out[0]).isNaN();
    double[][] lost = {{0.5, Double.NaN}, {0.5, 1}};
    double[] beside = of(new Rosenbrock(2, 1, 100), lost, 2);
    assertThat(beside[0]).isPositive();
    assertThat(beside[1]).isNaN();
  }

  /** Left out of the mean, which the count tells. */
  @Test
  void momentsTakeIt() {
    Experiment e = experiment(new Quadratic(Vector.of(1, 2)), Vector.of(4, 2));
    Moments moments = new Moments(List.of("sharpness"), new AtHorizon());
    List<Measure<?>> measures = List.of(moments);
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    RandomKey key = RandomKey.of(1, "sharpness");
    Findings found = Simulation.run(e, key, all, new Chunk(0, 0, 3)).summary();
    Reading reading = Measurement.readings(measures, found, e).get(0);
    assertThat(reading.name()).isEqualTo("sharpness");
    assertThat(reading.trajectories()).isEqualTo(3);
    assertThat(reading.value()).isCloseTo(2, within(1e-12));
    assertThat(moments.problem(e)).isEmpty();
  }

  private static Experiment experiment(Objective f, Vector start) {
    return new Experiment(
        f,
        new NoNoise(),
        new Sgd(new Constant(0.25)),
        start,
        new WholeSpace(),
        1,
        Double.POSITIVE_INFINITY);
  }

  @Test
  void needsSecondDerivatives() {
    Moments moments = new Moments(List.of("sharpness"), new AtHorizon());
    Objective plain = new StreamingPca(Vector.of(3, 2, 1), "gaussian");
    assertThat(moments.problem(experiment(plain, Vector.of(1, 1, 1))))
        .contains(
            "sharpness needs an objective that knows its second derivatives, such as rosenbrock");
    assertThat(moments.problem(experiment(new DoubleWell(1, 1), Vector.of(1)))).isEmpty();
  }
}
