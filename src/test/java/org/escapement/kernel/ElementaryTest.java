package org.escapement.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions against Hipparchus' decimal arithmetic of 50 digits. */
@Tag("digits")
class ElementaryTest {
  private static final int POINTS = 400;

  /** Where a sine is exactly 0 the reference, which rounds pi, is not. */
  private static final double REFERENCE_ERROR = 1e-40;

  private final DfpField field = new DfpField(50);
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void uniformIsAnOddMultipleOfTwoToTheMinus53() {
    assertThat(Elementary.uniform(0)).isEqualTo(0x1p-53);
    assertThat(Elementary.uniform(-1)).isEqualTo(1 - 0x1p-53);
    assertThat(Elementary.uniform(1L << 63)).isEqualTo(0.5 + 0x1p-53);
    assertThat(Elementary.uniform(0xFFF)).isEqualTo(0x1p-53);
  }

  @Test
  void log() {
    assertThat(worst(Elementary::log, Dfp::log, this::anyUniform)).isLessThan(0.9);
    assertThat(worst(Elementary::log, Dfp::log, () -> scaled(200))).isLessThan(0.9);
    assertThat(worst(Elementary::log, Dfp::log, () -> 1 + scaled(-20))).isLessThan(0.9);
    assertThat(Elementary.log(1)).isZero();
  }

  @Test
  void exp() {
    assertThat(worst(Elementary::exp, Dfp::exp, () -> random.nextDouble(-1, 1))).isLessThan(1);
    assertThat(worst(Elementary::exp, Dfp::exp, () -> random.nextDouble(-700, 700))).isLessThan(1);
    assertThat(worst(Elementary::exp, Dfp::exp, () -> random.nextDouble(-740, -709))).isLessThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "Infinity, Infinity",
    "-Infinity, 0",
    "NaN, NaN",
    "710, Infinity",
    "-745.2, 0",
    "-745.1, 4.9E-324",
    "1e308, Infinity",
    "-1e308, 0"
  })
  void expAtTheEnds(double x, double expected) {
    assertThat(Double.valueOf(Elementary.exp(x))).isEqualTo(Double.valueOf(expected));
  }

  @Test
  void expm1() {
    UnaryOperator<Dfp> reference = x -> x.exp().subtract(x.getOne());
    assertThat(worst(Elementary::expm1, reference, () -> random.nextDouble(-1, 1))).isLessThan(2);
    assertThat(worst(Elementary::expm1, reference, () -> random.nextDouble(-50, 700)))
        .isLessThan(2);
    assertThat(worst(Elementary::expm1, reference, () -> scaled(-40))).isLessThan(2);
    assertThat(Elementary.expm1(0)).isZero();
    assertThat(Elementary.expm1(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Elementary.expm1(Double.NEGATIVE_INFINITY)).isEqualTo(-1);
    assertThat(Elementary.expm1(Double.NaN)).isNaN();
  }

  @Test
  void sinPi() {
    UnaryOperator<Dfp> reference = z -> z.multiply(field.getPi()).sin();
    assertThat(worst(Elementary::sinPi, reference, () -> random.nextDouble(-0.5, 0.5)))
        .isLessThan(1.5);
    assertThat(worst(Elementary::sinPi, reference, () -> scaled(-50))).isLessThan(1.5);
    assertThat(Elementary.sinPi(0.5)).isEqualTo(1);
    assertThat(Elementary.sinPi(0)).isZero();
  }

  /** The bound that {@link Kernels#normal} promises. */
  @Test
  void radiusAndAngleOfNormals() {
    double bound = 1e-13;
    UnaryOperator<Dfp> sine = z -> z.multiply(field.getPi()).sin();
    assertThat(relative(Elementary::roughSinPi, sine, () -> random.nextDouble(-0.5, 0.5)))
        .isLessThan(bound);
    assertThat(relative(Elementary::roughSinPi, sine, () -> scaled(-22) / 2)).isLessThan(bound);
    DoubleUnaryOperator radius = k -> Elementary.squaredRadius((long) k << 22);
    UnaryOperator<Dfp> reference =
        k -> k.add(field.newDfp(0.5)).divide(field.newDfp(0x1p42)).log().multiply(-2);
    assertThat(relative(radius, reference, () -> random.nextLong() >>> 22)).isLessThan(bound);
    assertThat(relative(radius, reference, () -> Math.rint(scaled(-40) * 0x1p42)))
        .isLessThan(bound);
    assertThat(relative(radius, reference, () -> 0x1p42 - 1 - Math.rint(scaled(-40) * 0x1p40)))
        .isLessThan(bound);
  }

  @Test
  void largestNormalAndAnglesOfATurn() {
    assertThat(Math.sqrt(Elementary.squaredRadius(0))).isBetween(7.72, 7.721);
    assertThat(Math.sqrt(Elementary.squaredRadius(-1))).isBetween(0x1p-21 * 0.999, 0x1p-21 * 1.001);
    assertThat(Elementary.halfTurns(0)).isEqualTo(-0.5 + 0x1p-22);
    assertThat(Elementary.halfTurns(-1)).isEqualTo(0.5 - 0x1p-22);
    assertThat(Elementary.halfTurns(2)).isEqualTo(-0.5 + 3 * 0x1p-22);
  }

  /** The product is not rounded before the angle is reduced: sin(pi alpha t) near its zeros. */
  @Test
  void sineOfAProduct() {
    double alpha = Math.nextDown(2.0);
    DoubleUnaryOperator sine = t -> Elementary.sinPi(Elementary.reduced(alpha, t));
    UnaryOperator<Dfp> reference =
        t -> t.multiply(field.newDfp(alpha)).subtract(1).negate().multiply(field.getPi()).sin();
    assertThat(worst(sine, reference, () -> 0.5 - scaled(-45))).isLessThan(2);
  }

  @Test
  void sinCosTurns() {
    double[] sin = new double[1];
    double[] cos = new double[1];
    DoubleUnaryOperator sine =
        x -> {
          new ScalarKernels().sinCosTurns(new double[] {x}, 1, sin, cos);
          return sin[0];
        };
    DoubleUnaryOperator cosine =
        x -> {
          new ScalarKernels().sinCosTurns(new double[] {x}, 1, sin, cos);
          return cos[0];
        };
    for (double size : new double[] {0.6, 5, 1e6, 0x1p45}) {
      assertThat(worst(sine, x -> turns(x).sin(), () -> random.nextDouble(-size, size)))
          .isLessThan(2);
      assertThat(worst(cosine, x -> turns(x).cos(), () -> random.nextDouble(-size, size)))
          .isLessThan(2);
    }
  }

  /** 2 pi (x - rint x): what is left is exact, and small enough for the series of the sine. */
  private Dfp turns(Dfp x) {
    return x.subtract(x.rint()).multiply(2).multiply(field.getPi());
  }

  private double anyUniform() {
    return Elementary.uniform(random.nextLong());
  }

  /** 2^(-e) to 2^e in size (2^e to 1 for negative e), uniform in the exponent. */
  private double scaled(int exponent) {
    double lowest = exponent < 0 ? exponent : -exponent;
    double highest = exponent < 0 ? 0 : exponent;
    int k = (int) Math.floor(random.nextDouble(lowest, highest));
    return Math.scalb(1 + random.nextDouble(), k) / 2;
  }

  /** The largest error in ulp of the result. */
  private double worst(
      DoubleUnaryOperator function, UnaryOperator<Dfp> reference, DoubleSupplier points) {
    return largest(function, reference, points, y -> Math.max(Math.ulp(y), REFERENCE_ERROR));
  }

  /** The largest error in units of the result. */
  private double relative(
      DoubleUnaryOperator function, UnaryOperator<Dfp> reference, DoubleSupplier points) {
    return largest(function, reference, points, Math::abs);
  }

  private double largest(
      DoubleUnaryOperator function,
      UnaryOperator<Dfp> reference,
      DoubleSupplier points,
      DoubleUnaryOperator unit) {
    double worst = 0;
    for (int i = 0; i < POINTS; i++) {
      double x = points.getAsDouble();
      double y = function.applyAsDouble(x);
      Dfp error = reference.apply(field.newDfp(x)).subtract(field.newDfp(y));
      double size = error.divide(field.newDfp(unit.applyAsDouble(y))).toDouble();
      worst = Math.max(worst, Math.abs(size));
    }
    return worst;
  }
}
