package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.escapement.model.Matrix;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and stationary points that are known from formulas or the literature. */
@Tag("digits")
class KnownPointsTest {

  /** Objective, value, tolerance of the value, largest slope there, point. */
  static Stream<Arguments> stationary() {
    double root2 = Math.sqrt(2);
    return Stream.of(
        point(new DoubleWell(0.25, 1.5), 0, 1e-15, 1e-15, 1.5),
        point(new DoubleWell(0.25, 1.5), 0.25, 1e-15, 1e-15, 0),
        point(new SharpFlat(0.25, 0.8, 2.5), 0, 1e-30, 1e-15, -0.8),
        point(new SharpFlat(0.25, 0.8, 2.5), 0, 1e-30, 1e-15, 2.5),
        point(new SharpFlat(0.25, 0.8, 2.5), 0.25, 1e-15, 1e-15, 0),
        point(new CoupledDoubleWell(0.25, 1.5, 2), 0, 1e-15, 1e-15, -1.5, -1.5),
        point(new CoupledDoubleWell(0.25, 1.5, 2), 0.25, 1e-15, 1e-15, 0, 0),
        // -c^2/(4b) at +-sqrt(-c/b).
        point(new Saddle(Vector.of(1, -2), 1), -1, 1e-14, 1e-14, 0, root2),
        point(new Saddle(Vector.of(1, -2), 1), 0, 0, 0, 0, 0),
        // (0.1/10)^(1/8) and -0.04/sqrt(10).
        point(
            new SaddleToy(Vector.of(1, -0.1)),
            -0.012649110640673518,
            1e-16,
            1e-15,
            0,
            0.5623413251903491),
        point(new Rastrigin(3, 10), 0, 0, 0, 0, 0, 0),
        point(new Rosenbrock(3, 1, 100), 0, 0, 0, 1, 1, 1),
        point(new DropWave(3, 12), -1, 0, 0, 0, 0, 0),
        point(new Ackley(3), 0, 1e-14, 1e-14, 0, 0, 0),
        point(new Griewank(3), 0, 0, 0, 0, 0, 0),
        // Roots of 2 x^3 - 16 x + 5/2 by Newton's method in 40-digit arithmetic.
        point(new StyblinskiTang(1), -39.16616570377142, 1e-13, 1e-13, -2.903534027771177),
        point(
            new StyblinskiTang(2),
            -78.33233140754284,
            1e-12,
            1e-13,
            -2.903534027771177,
            -2.903534027771177),
        // Mueller and Brown 1979 to three digits; these by Newton's method in 40-digit arithmetic
        // from the published parameters. Three minima:
        point(
            new MuellerBrown(1),
            -146.69951720995402,
            1e-12,
            1e-10,
            -0.558223634633024,
            1.4417258418046688),
        point(
            new MuellerBrown(1),
            -108.16672411685236,
            1e-12,
            1e-10,
            0.6234994049308765,
            0.028037758528685668),
        point(
            new MuellerBrown(1),
            -80.76781812965903,
            1e-12,
            1e-10,
            -0.050010822998206056,
            0.4666941048719721),
        // Two saddles:
        point(
            new MuellerBrown(1),
            -40.664843508657405,
            1e-12,
            1e-10,
            -0.822001558732732,
            0.6243128028148713),
        point(
            new MuellerBrown(1),
            -72.24894011232522,
            1e-12,
            1e-10,
            0.212486582000662,
            0.2929883251073678),
        point(
            new MuellerBrown(0.01),
            -0.7224894011232521,
            1e-14,
            1e-12,
            0.212486582000662,
            0.2929883251073678));
  }

  private static Arguments point(
      Objective objective, double value, double tolerance, double slope, double... x) {
    return Arguments.of(objective, Vector.of(x), value, tolerance, slope);
  }

  @ParameterizedTest
  @MethodSource("stationary")
  void isStationary(
      Objective objective, Vector point, double value, double tolerance, double slope) {
    double[][] x = lane(point);
    double[] f = new double[1];
    double[][] gradient = new double[point.size()][1];
    objective.value(x, 1, f);
    objective.gradient(x, 1, gradient);
    assertThat(f[0]).isCloseTo(value, within(tolerance));
    for (double[] coordinate : gradient) {
      assertThat(coordinate[0]).isCloseTo(0, within(slope));
    }
  }

  @Test
  void quadraticsHaveTheirFormulas() {
    Vector x = Vector.of(1, 2);
    assertThat(value(new Quadratic(Vector.of(3, -1)), x)).isEqualTo(-0.5);
    assertThat(value(new IsotropicQuadratic(3, 2), x)).isEqualTo(7.5);
    Matrix hessian = Matrix.of(new double[] {3, 0.5}, new double[] {0.5, -1});
    assertThat(value(new FullQuadratic(hessian), x)).isEqualTo(0.5);
  }

  @Test
  void tiltAddsItsSlope() {
    assertThat(value(new TiltedDoubleWell(0.25, 2, 0.3), Vector.of(0))).isEqualTo(0.25);
    assertThat(value(new TiltedDoubleWell(0.25, 2, 0.5), Vector.of(2))).isEqualTo(1);
  }

  @Test
  void rosenbrockHasItsPublishedStartingValue() {
    // Rosenbrock 1960: f = 24.2 at (-1.2, 1).
    assertThat(value(new Rosenbrock(2, 1, 100), Vector.of(-1.2, 1))).isCloseTo(24.2, within(1e-12));
  }

  /** Of |x| only: cos 12 r = -1 at r = pi/12, where f = 0. */
  @Test
  void dropWaveIsRound() {
    DropWave f = new DropWave(2, 12);
    double r = Math.PI / 12;
    assertThat(value(f, Vector.of(0.6 * r, -0.8 * r))).isCloseTo(0, within(1e-15));
    assertThat(value(f, Vector.of(r, 0))).isCloseTo(0, within(1e-15));
    assertThat(value(f, Vector.of(2 * r, 0))).isCloseTo(-2 / (2 + 2 * r * r), within(1e-15));
  }

  /** At (1, ..., 1) all waves are at their crest: 20 (1 - exp(-1/5)). */
  @Test
  void ackleyHasItsFunnelAtIntegers() {
    double funnel = 20 * (1 - Math.exp(-0.2));
    assertThat(value(new Ackley(4), Vector.filled(1, 4))).isCloseTo(funnel, within(1e-14));
  }

  /** cos(pi/2) = 0 makes one of the factors vanish. */
  @Test
  void griewankIsTheBowlWhereACosineVanishes() {
    double x = Math.PI / 2;
    assertThat(value(new Griewank(2), Vector.of(x, 0.3)))
        .isCloseTo(1 + (x * x + 0.09) / 4000, within(1e-15));
  }

  @Test
  void rastriginIsHighestBetweenTheIntegers() {
    assertThat(value(new Rastrigin(1, 10), Vector.of(0.5))).isCloseTo(20.25, within(1e-13));
  }

  @Test
  void fullQuadraticRefusesWhatIsNoHessian() {
    assertThatThrownBy(() -> new FullQuadratic(Matrix.of(new double[] {1, 2})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hessian must be square, got 1 x 2");
    assertThatThrownBy(() -> new FullQuadratic(Matrix.of(new double[] {1, 2}, new double[] {3, 4})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hessian must be symmetric, but [1][0] is 3.0 and [0][1] is 2.0");
    assertThatThrownBy(() -> new FullQuadratic(Matrix.of(new double[] {Double.NaN})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hessian[0][0] must be in (-inf, inf), got NaN");
  }

  @Test
  void vectorsNeedAComponent() {
    assertThatThrownBy(() -> new Quadratic(Vector.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("curvature must have at least one component");
  }

  private static double value(Objective objective, Vector point) {
    double[] f = new double[1];
    objective.value(lane(point), 1, f);
    return f[0];
  }

  private static double[][] lane(Vector point) {
    double[][] x = new double[point.size()][1];
    for (int k = 0; k < point.size(); k++) {
      x[k][0] = point.at(k);
    }
    return x;
  }
}
