package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoublePredicate;
import org.escapement.data.Torus;
import org.escapement.model.Curved;
import org.escapement.model.Matrix;
import org.escapement.model.Objective;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Vector;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * f_delta against quadrature, and the widths at which minima vanish: those of the literature are
 * roots of 2x + 20 pi q sin 2 pi x and of polynomials, computed outside this project.
 */
@Tag("digits")
class SmoothedTest {
  private static final GaussIntegrator HERMITE = new GaussIntegratorFactory().hermite(80);
  private static final GaussIntegrator LEGENDRE = new GaussIntegratorFactory().legendre(80);
  private static final double[] AT = {-2.3, -0.7, 0, 0.3, 1.1, 2.05};

  private static double value(Objective f, double... x) {
    double[][] point = new double[x.length][1];
    for (int k = 0; k < x.length; k++) {
      point[k][0] = x[k];
    }
    double[] out = new double[1];
    f.value(point, 1, out);
    return out[0];
  }

  private static double slope(Objective f, double x) {
    double[][] out = new double[1][1];
    f.gradient(new double[][] {{x}}, 1, out);
    return out[0][0];
  }

  private static double curvature(Objective f, double x) {
    double[][] out = new double[1][1];
    ((Curved) f).hessianTimes(new double[][] {{x}}, new double[][] {{1}}, 1, out);
    return out[0][0];
  }

  private static Objective smooth(Objective f, String law, double delta) {
    return new ExactlySmoothed(f, delta, law).mean();
  }

  static List<Objective> onTheLine() {
    return List.of(
        new DoubleWell(0.25, 1.5),
        new TiltedDoubleWell(0.25, 1.5, 0.1),
        new StyblinskiTang(1),
        new Saddle(Vector.of(-1.5), 0.7),
        new SaddleToy(Vector.of(-0.1)),
        new Rastrigin(1, 8),
        new Quadratic(Vector.of(-1.5)),
        new IsotropicQuadratic(2.5, 1),
        new FullQuadratic(Matrix.of(new double[] {0.7})));
  }

  /** E f(x - delta u) by Gauss and Hermite, or Gauss and Legendre, with 80 nodes. */
  private static double mean(Objective f, SmoothingLaw law, double delta, double x) {
    GaussIntegrator rule = law == SmoothingLaw.GAUSSIAN ? HERMITE : LEGENDRE;
    double unit = law == SmoothingLaw.GAUSSIAN ? Math.sqrt(2) : 1;
    double sum = rule.integrate(t -> value(f, x - delta * unit * t));
    return law == SmoothingLaw.GAUSSIAN ? sum / Math.sqrt(Math.PI) : sum / 2;
  }

  @ParameterizedTest
  @MethodSource("onTheLine")
  void closedFormsAreTheIntegrals(Objective f) {
    for (double x : AT) {
      for (double delta : new double[] {0, 0.2, 0.6}) {
        double normal = mean(f, SmoothingLaw.GAUSSIAN, delta, x);
        double ball = mean(f, SmoothingLaw.BALL, delta, x);
        double sphere = (value(f, x - delta) + value(f, x + delta)) / 2;
        assertThat(value(smooth(f, "gaussian", delta), x)).isCloseTo(normal, near(normal));
        assertThat(value(smooth(f, "ball", delta), x)).isCloseTo(ball, near(ball));
        assertThat(value(smooth(f, "sphere", delta), x)).isCloseTo(sphere, near(sphere));
      }
    }
  }

  private static org.assertj.core.data.Offset<Double> near(double size) {
    return within(2e-13 * (10 + Math.abs(size)));
  }

  /** What stands in where no closed form is known, on the line. */
  @ParameterizedTest
  @MethodSource("onTheLine")
  void quadratureAgreesWithTheClosedForms(Objective f) {
    for (SmoothingLaw law : SmoothingLaw.values()) {
      for (double delta : new double[] {0.2, 1.3}) {
        Objective mean = SmoothingPoints.mean(f, law, delta);
        Objective closed = new Smoothing(f, law, delta).mean();
        assertThat(closed).isNotInstanceOf(MeanOverPoints.class);
        for (double x : AT) {
          double size = value(closed, x);
          assertThat(value(mean, x)).isCloseTo(size, near(size));
          assertThat(slope(mean, x)).isCloseTo(slope(closed, x), near(10 * size));
        }
      }
    }
  }

  /** Waves of Rastrigin's length, 1, are of height 10. */
  @Test
  void quadratureSeesWavesUpTo45() {
    Rastrigin f = new Rastrigin(1, 10);
    double delta = 45 / (2 * Math.PI);
    for (SmoothingLaw law : List.of(SmoothingLaw.GAUSSIAN, SmoothingLaw.BALL)) {
      Objective closed = new Smoothing(f, law, delta).mean();
      assertThat(value(SmoothingPoints.mean(f, law, delta), 2))
          .isCloseTo(value(closed, 2), within(1e-5));
    }
  }

  /**
   * In d dimensions a coordinate of a point in the ball is sin t with density cos^d t, of one on
   * the sphere with cos^(d-2) t.
   */
  @ParameterizedTest
  @CsvSource({"ball, 2", "ball, 3", "ball, 7", "sphere, 2", "sphere, 3", "sphere, 8"})
  void inMoreDimensionsCoordinatesHaveTheMarginalLaw(String law, int d) {
    double delta = 0.8;
    int power = law.equals("ball") ? d : d - 2;
    double[] x = new double[d];
    double rastrigin = 0;
    double tang = 0;
    for (int k = 0; k < d; k++) {
      x[k] = 0.7 - 0.45 * k;
      double at = x[k];
      rastrigin += marginal(power, u -> value(new Rastrigin(1, 10), at - delta * u));
      tang += marginal(power, u -> value(new StyblinskiTang(1), at - delta * u));
    }
    double waves = value(smooth(new Rastrigin(d, 10), law, delta), x);
    assertThat(waves).isCloseTo(rastrigin, near(rastrigin));
    double quartic = value(smooth(new StyblinskiTang(d), law, delta), x);
    assertThat(quartic).isCloseTo(tang, near(tang));
  }

  private static double marginal(int power, java.util.function.DoubleUnaryOperator f) {
    GaussIntegrator rule = new GaussIntegratorFactory().legendre(100);
    double sum = 0;
    double all = 0;
    for (int j = 0; j < 100; j++) {
      double t = rule.getPoint(j) * Math.PI / 2;
      double weight = rule.getWeight(j) * StrictMath.pow(StrictMath.cos(t), power);
      sum += weight * f.applyAsDouble(StrictMath.sin(t));
      all += weight;
    }
    return sum / all;
  }

  /** (Hessian of one, trace -0.5 + 2 + 3): u'Hu has mean trace E u_1^2. */
  @Test
  void quadraticsAreLifted() {
    Quadratic f = new Quadratic(Vector.of(2, -0.5, 3));
    double plain = value(f, 0.3, 1, -2);
    assertThat(value(smooth(f, "gaussian", 0.4), 0.3, 1, -2))
        .isEqualTo(plain + 0.36, within(1e-14));
    assertThat(value(smooth(f, "ball", 0.4), 0.3, 1, -2)).isEqualTo(plain + 0.072, within(1e-14));
    assertThat(value(smooth(f, "sphere", 0.4), 0.3, 1, -2)).isEqualTo(plain + 0.12, within(1e-14));
  }

  /** Gauss and Hermite in the plane; 80 x 80 nodes. */
  @Test
  void exponentialsAreConvolved() {
    MuellerBrown f = new MuellerBrown(0.05);
    double delta = 0.3;
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(80);
    double unit = delta * Math.sqrt(2);
    double expected =
        rule.integrate(
            s -> rule.integrate(t -> value(f, -0.4 - unit * s, 0.9 - unit * t)) / Math.PI);
    assertThat(value(smooth(f, "gaussian", delta), -0.4, 0.9)).isEqualTo(expected, within(1e-12));
    assertThatThrownBy(() -> new Smoothed(f, 0.7072, "gaussian", 1))
        .hasMessageContaining("delta must be smaller");
  }

  private static int minima(Objective f, double from, double to) {
    double step = 1e-3;
    int count = 0;
    for (double x = from; x < to; x += step) {
      count += slope(f, x) < 0 && slope(f, x + step) >= 0 ? 1 : 0;
    }
    return count;
  }

  /** The last width at which something still holds, between two where it does and does not. */
  private static double last(double low, double high, DoublePredicate holds) {
    double inside = low;
    double outside = high;
    while (outside - inside > 1e-8) {
      double middle = (inside + outside) / 2;
      if (holds.test(middle)) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  @ParameterizedTest
  @CsvSource({"0, 31", "0.1, 26", "0.2, 14", "0.3, 5", "0.35, 3", "0.4, 1", "0.437, 0"})
  void countsOfRastriginsMinima(double delta, int expected) {
    Objective f = smooth(new Rastrigin(1, 10), "gaussian", delta);
    assertThat(minima(f, 0.5, 36)).isEqualTo(expected);
    assertThat(minima(f, -36, -0.5)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 0.436352", "2, 0.382758", "3, 0.351397", "4, 0.328219", "5, 0.309411"})
  void rastriginsMinimaVanishOneByOne(int number, double expected) {
    double found =
        last(
            0.25,
            0.5,
            delta ->
                minima(smooth(new Rastrigin(1, 10), "gaussian", delta), number - 0.5, number) > 0);
    assertThat(found).isCloseTo(expected, within(1e-6));
  }

  @Test
  void rastriginBecomesConvex() {
    double found =
        last(0.4, 0.6, d -> curvature(smooth(new Rastrigin(1, 10), "gaussian", d), 0.5) < 0);
    assertThat(found).isCloseTo(0.517447, within(1e-6));
  }

  /** The waves come back upside down, so that wider is not smoother. */
  @Test
  void inTheBallRastriginHasAWindow() {
    DoublePredicate isSingle =
        delta -> {
          Objective f = smooth(new Rastrigin(1, 10), "ball", delta);
          return curvature(f, 0) >= 0 && minima(f, 0.05, 36) == 0;
        };
    assertThat(last(0.495, 0.6, isSingle)).isCloseTo(0.502546, within(1e-6));
    assertThat(last(0.4, 0.495, delta -> !isSingle.test(delta))).isCloseTo(0.488596, within(1e-6));
    Objective wide = smooth(new Rastrigin(1, 10), "ball", 0.75);
    assertThat(curvature(wide, 0)).isLessThan(-80);
    assertThat(value(smooth(new Rastrigin(1, 10), "ball", 1), 0.3))
        .isCloseTo(10.42333, within(1e-5));
  }

  @Test
  void doubleWellsMerge() {
    DoubleWell well = new DoubleWell(0.25, 1);
    assertThat(last(0.1, 2, d -> curvature(smooth(well, "gaussian", d), 0) < 0))
        .isCloseTo(1 / Math.sqrt(3), within(1e-7));
    assertThat(last(0.1, 2, d -> curvature(smooth(well, "ball", d), 0) < 0))
        .isCloseTo(1, within(1e-7));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.444536", "0.3, 0.225882"})
  void theHigherWellOfATiltedOneVanishes(double tilt, double expected) {
    TiltedDoubleWell well = new TiltedDoubleWell(0.25, 1, tilt);
    assertThat(last(0.1, 0.6, d -> minima(smooth(well, "gaussian", d), 0, 2) > 0))
        .isCloseTo(expected, within(1e-5));
    assertThat(last(0.1, 1.2, d -> minima(smooth(well, "ball", d), 0, 2) > 0))
        .isCloseTo(Math.sqrt(3) * expected, within(2e-5));
  }

  @Test
  void theToySaddleBecomesAMinimum() {
    SaddleToy toy = new SaddleToy(Vector.of(-0.1));
    assertThat(last(0.1, 1, d -> curvature(smooth(toy, "gaussian", d), 0) < 0))
        .isCloseTo(0.238820, within(1e-6));
    assertThat(last(0.1, 1, d -> curvature(smooth(toy, "ball", d), 0) < 0))
        .isCloseTo(0.562341, within(1e-6));
  }

  /** The standard deviation of one sample by Gauss and Hermite. */
  @Test
  void oneSampleIsAsFarOffAsItSays() {
    Rastrigin f = new Rastrigin(1, 10);
    Smoothed smoothed = new Smoothed(f, 0.4, "gaussian", 1);
    double mean = mean(f, SmoothingLaw.GAUSSIAN, 0.4, 0.8);
    GaussIntegrator rule = new GaussIntegratorFactory().hermite(80);
    double square =
        rule.integrate(t -> StrictMath.pow(value(f, 0.8 - 0.4 * Math.sqrt(2) * t) - mean, 2));
    double[] out = new double[1];
    smoothed.deviation(new double[][] {{0.8}}, 1, out);
    assertThat(out[0]).isCloseTo(Math.sqrt(square / Math.sqrt(Math.PI)), within(1e-11));
  }

  @Test
  void refusesWhatHasNoMeanOrIsSampledItself() {
    DoubleWell well = new DoubleWell(0.25, 1);
    assertThatThrownBy(() -> new Smoothed(well, 0.1, "cauchy", 1))
        .hasMessageStartingWith("law must be gaussian, ball or sphere")
        .hasMessageContaining("infinite");
    assertThatThrownBy(() -> new Smoothed(well, -0.1, "ball", 1)).hasMessageStartingWith("delta");
    assertThatThrownBy(() -> new Smoothed(well, 0.1, "ball", 0)).hasMessageStartingWith("samples");
    assertThatThrownBy(() -> new Smoothed(new Rastrigin(65536, 1), 0.1, "ball", 100))
        .hasMessageStartingWith("samples");
    LeastSquares rows = new LeastSquares(new Torus(9, 2, 1.25, 0.75), 3, "reshuffling");
    assertThatThrownBy(() -> new Smoothed(rows, 0.1, "ball", 1)).hasMessageStartingWith("of must");
    assertThatThrownBy(() -> new ExactlySmoothed(new Rosenbrock(3, 1, 5), 0.1, "ball"))
        .hasMessageStartingWith("of must have a closed form");
  }

  /** Fixed points: the error of 1024 in pairs, in units of the deviation of one. */
  @Test
  void withoutAClosedFormFixedPointsStandIn() {
    Smoothed f = new Smoothed(new Rosenbrock(2, 1, 5), 0.5, "gaussian", 3);
    assertThat(f.mean()).isInstanceOf(MeanOverPoints.class);
    double[] deviation = new double[1];
    f.deviation(new double[][] {{0.4}, {-0.3}}, 1, deviation);
    // (1 - x)^2 + 5 (y - x^2)^2 and 0.25 (1 + 5 (1 - 2 (y - x^2) + 4 x^2) + 5 * 0.25 * 3)
    double exact = 0.36 + 5 * 0.46 * 0.46 + 0.25 * (1 + 5 * (1 + 0.92 + 0.64) + 3.75);
    assertThat(value(f, 0.4, -0.3))
        .isCloseTo(exact, within(5 * deviation[0] / Math.sqrt(SmoothingPoints.COUNT)));
  }
}
