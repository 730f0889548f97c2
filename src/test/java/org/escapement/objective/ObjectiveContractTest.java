package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.escapement.Examples;
import org.escapement.model.Curved;
import org.escapement.model.Objective;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every objective. */
@Tag("digits")
class ObjectiveContractTest {
  private static final int N = 37;

  static List<Objective> objectives() {
    return Examples.objectives();
  }

  /**
   * Central differences with step h err by h^2/6 times the third derivative and by rounding of f
   * over h: below 1e-7 of the gradient's and the value's size for all of these.
   */
  @ParameterizedTest
  @MethodSource("objectives")
  void gradientAgreesWithDifferences(Objective objective) {
    double[][] x = points(objective.dimension());
    if (objective instanceof StreamingPca) {
      projectOnSphere(x);
    }
    double[][] gradient = new double[objective.dimension()][N];
    double[] here = new double[N];
    objective.gradient(x, N, gradient);
    objective.value(x, N, here);
    double h = 1e-5;
    for (int k = 0; k < objective.dimension(); k++) {
      double[] below = valueShifted(objective, x, k, -h);
      double[] above = valueShifted(objective, x, k, h);
      for (int i = 0; i < N; i++) {
        double slope = (above[i] - below[i]) / (2 * h);
        double size = 1 + Math.abs(gradient[k][i]) + Math.abs(here[i]);
        assertThat(gradient[k][i]).isCloseTo(slope, within(1e-7 * size));
      }
    }
  }

  /** Off the sphere the field of streaming PCA is no gradient. */
  private static void projectOnSphere(double[][] x) {
    for (int i = 0; i < N; i++) {
      double square = 0;
      for (double[] coordinate : x) {
        square += coordinate[i] * coordinate[i];
      }
      for (double[] coordinate : x) {
        coordinate[i] /= Math.sqrt(square);
      }
    }
  }

  private static double[] valueShifted(Objective objective, double[][] x, int k, double by) {
    double[][] shifted = x.clone();
    shifted[k] = x[k].clone();
    for (int i = 0; i < N; i++) {
      shifted[k][i] += by;
    }
    double[] value = new double[N];
    objective.value(shifted, N, value);
    return value;
  }

  static List<Curved> curved() {
    return objectives().stream().filter(Curved.class::isInstance).map(Curved.class::cast).toList();
  }

  /** As for the gradient: central differences along a direction. */
  @ParameterizedTest
  @MethodSource("curved")
  void hessianAgreesWithDifferencesOfTheGradient(Curved objective) {
    int dimension = objective.dimension();
    double[][] x = points(dimension);
    double[][] v = new double[dimension][N];
    SplittableRandom random = new SplittableRandom(20260102);
    for (double[] coordinate : v) {
      Arrays.setAll(coordinate, i -> random.nextDouble(-1, 1));
    }
    double[][] product = new double[dimension][N];
    double[][] here = new double[dimension][N];
    objective.hessianTimes(x, v, N, product);
    objective.gradient(x, N, here);
    double h = 1e-5;
    double[][] below = gradientAlong(objective, x, v, -h);
    double[][] above = gradientAlong(objective, x, v, h);
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < N; i++) {
        double slope = (above[k][i] - below[k][i]) / (2 * h);
        double size = 1 + Math.abs(product[k][i]) + Math.abs(here[k][i]);
        assertThat(product[k][i]).isCloseTo(slope, within(1e-7 * size));
      }
    }
  }

  private static double[][] gradientAlong(Curved objective, double[][] x, double[][] v, double by) {
    double[][] shifted = new double[x.length][N];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < N; i++) {
        shifted[k][i] = x[k][i] + by * v[k][i];
      }
    }
    double[][] gradient = new double[x.length][N];
    objective.gradient(shifted, N, gradient);
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void lanesDoNotMatter(Objective objective) {
    int dimension = objective.dimension();
    double[][] x = points(dimension);
    double[] value = new double[N];
    double[][] gradient = new double[dimension][N];
    objective.value(x, N, value);
    objective.gradient(x, N, gradient);
    for (int i = 0; i < N; i++) {
      double[][] alone = new double[dimension][1];
      for (int k = 0; k < dimension; k++) {
        alone[k][0] = x[k][i];
      }
      double[] valueAlone = new double[1];
      double[][] gradientAlone = new double[dimension][1];
      objective.value(alone, 1, valueAlone);
      objective.gradient(alone, 1, gradientAlone);
      assertThat(valueAlone[0]).isEqualTo(value[i]);
      for (int k = 0; k < dimension; k++) {
        assertThat(gradientAlone[k][0]).isEqualTo(gradient[k][i]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void readsAndWritesLiveLanesOnly(Objective objective) {
    int dimension = objective.dimension();
    double[][] x = points(dimension);
    for (double[] coordinate : x) {
      coordinate[N - 1] = Double.NaN;
    }
    double[] value = new double[N];
    double[][] gradient = new double[dimension][N];
    value[N - 1] = 42;
    gradient[0][N - 1] = 43;
    objective.value(x, N - 1, value);
    objective.gradient(x, N - 1, gradient);
    assertThat(value[N - 1]).isEqualTo(42);
    assertThat(gradient[0][N - 1]).isEqualTo(43);
    assertThat(value).doesNotContain(Double.NaN);
  }

  private static double[][] points(int dimension) {
    SplittableRandom random = new SplittableRandom(20260101);
    double[][] x = new double[dimension][N];
    for (double[] coordinate : x) {
      for (int i = 0; i < N; i++) {
        coordinate[i] = random.nextDouble(-2, 2);
      }
    }
    return x;
  }
}
