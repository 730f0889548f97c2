package org.escapement.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How right the functions are, and that they are the same everywhere. */
@Tag("digits")
class ElementaryTest {
  private static final int N = 4099;

  /** Relative errors against FastMath, itself within 1 ulp or so, in ulp of 2^-52. */
  @Test
  void functionsAreRight() {
    isRight("exp(x)", FastMath::exp, -700, 700, 3);
    isRight("log(x)", FastMath::log, 1e-300, 1e3, 4);
    isRight("sqrt(x)", Math::sqrt, 0, 1e9, 0);
    isRight("tanh(x)", FastMath::tanh, -3, 3, 8);
    isRight("tanh(x)", FastMath::tanh, -1e-5, 1e-5, 8);
    isRight("tanh(x)", FastMath::tanh, -1e4, 1e4, 8);
    isRight("sinh(x)", FastMath::sinh, -2, 2, 8);
    isRight("sinh(x)", FastMath::sinh, -700, 700, 8);
    isRight("cosh(x)", FastMath::cosh, -700, 700, 8);
    isRight("x^7", x -> x * x * x * x * x * x * x, -3, 3, 8);
    isRight("x^2.5", x -> x * x * Math.sqrt(x), 0, 10, 4);
    isRight("x^-1.5", x -> 1 / (x * Math.sqrt(x)), 0, 10, 4);
    isRight("x^0.3", x -> FastMath.pow(x, 0.3), 1e-5, 1e5, 20);
    isRight("x^1026", x -> FastMath.pow(x, 1026), -1.9, -0.6, 1500);
    isRight("x^1027", x -> FastMath.pow(x, 1027), -1.9, -0.6, 1500);
    isRight("x^-2001", x -> FastMath.pow(x, -2001), -1.3, -0.8, 1500);
    isRight("abs(x)", Math::abs, -1, 1, 0);
    isRight("sign(x)", Math::signum, -1, 1, 0);
  }

  private static void isRight(
      String formula, DoubleUnaryOperator expected, double from, double to, double ulps) {
    double[] x = points(from, to);
    double[] out = values(formula, x);
    for (int i = 0; i < N; i++) {
      double right = expected.applyAsDouble(x[i]);
      assertThat(out[i])
          .as("%s at %s", formula, x[i])
          .isCloseTo(right, within(ulps * 0x1p-52 * Math.abs(right)));
    }
  }

  /** The stated error of sin and cos, 5e-16, with FastMath's own 1e-16 added. */
  @Test
  void anglesAreRight() {
    for (double size : new double[] {1e-8, 1, 30, 1e4, 1e9, 1e15}) {
      double[] x = points(-size, size);
      double[] sin = values("sin(x)", x);
      double[] cos = values("cos(x)", x);
      for (int i = 0; i < N; i++) {
        assertThat(sin[i]).isCloseTo(FastMath.sin(x[i]), within(6e-16));
        assertThat(cos[i]).isCloseTo(FastMath.cos(x[i]), within(6e-16));
        assertThat(sin[i]).isCloseTo(FastMath.sin(x[i]), within(8e-16 * Math.min(1, size)));
      }
    }
  }

  /** 2 pi x is x turns, exactly. */
  @Test
  void turnsAreExact() {
    double[] x = {0, 1, 2.5, -3, 1e9, 0.25, 0.75};
    assertThat(values("sin(2*pi*x)", x)).containsExactly(0, 0, -0.0, 0, 0, 1, -1);
    assertThat(values("cos(pi*(x - 1)*2 + pi)", x)).startsWith(-1, -1, 1, -1, -1);
  }

  @Test
  void endsOfTheFunctions() {
    double inf = Double.POSITIVE_INFINITY;
    double nan = Double.NaN;
    double[] x = {nan, -inf, inf, -1, 0, Double.MIN_VALUE, Double.MIN_NORMAL, 1};
    assertThat(values("log(x)", x))
        .containsExactly(nan, nan, nan, nan, nan, nan, -708.3964185322641, 0);
    assertThat(values("exp(x)", x)).startsWith(nan, 0, inf).endsWith(1, 1, Math.nextUp(Math.E));
    assertThat(values("tanh(x)", x)).startsWith(nan, -1, 1);
    assertThat(values("sign(x)", x)).containsExactly(nan, -1, 1, -1, 0, 1, 1, 1);
    assertThat(values("sin(x)", x)).startsWith(nan, nan, nan);
    assertThat(values("cosh(x)", x)).startsWith(nan, inf, inf);
    assertThat(values("x^2", x)).startsWith(nan, inf, inf, 1, 0);
  }

  /** Limits from the right; there is no value on the left. */
  @Test
  void powersThatAreNotWholeAtTheirEnd() {
    double inf = Double.POSITIVE_INFINITY;
    double nan = Double.NaN;
    double[] x = {nan, inf, -1, -Double.MIN_VALUE, -0.0, 0, 1};
    for (String v : List.of("1.3", "0.3", "(1/3)", "pi", "1e-9", "2000.5")) {
      assertThat(values("x^" + v, x)).containsExactly(nan, nan, nan, nan, 0, 0, 1);
      assertThat(values("x^(-" + v + ")", x)).containsExactly(nan, nan, nan, nan, inf, inf, 1);
    }
    double[] small = {0, Double.MIN_VALUE, 0x1p-1030, Double.MIN_NORMAL, 0x1p-1000};
    assertThat(values("x^0.3", small)).isSorted().doesNotHaveDuplicates();
    assertThat(values("-x^-0.3", small)).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void largeWholePowersAtTheirEnds() {
    double inf = Double.POSITIVE_INFINITY;
    double[] x = {Double.NaN, -3, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1, 3};
    assertThat(values("x^1026", x)).containsExactly(Double.NaN, inf, 1, 0, 0, 0, 1, inf);
    assertThat(values("x^1027", x)).containsExactly(Double.NaN, -inf, -1, -0.0, 0, 0, 1, inf);
    assertThat(values("x^-1026", x)).containsExactly(Double.NaN, 0, 1, inf, inf, inf, 1, 0);
    assertThat(values("x^-1027", x)).containsExactly(Double.NaN, -0.0, -1, -inf, inf, inf, 1, 0);
    assertThat(values("x^9007199254740991", x)).containsExactly(values("x^1027", x));
    assertThat(values("x^(10^17)", x)).startsWith(Double.NaN, Double.NaN, Double.NaN);
  }

  /** What is done for 0 and for negative numbers changes no digit of a power of a positive one. */
  @Test
  void powersHaveTheDigitsOfTheLogarithm() {
    double[] x = points(0, 4);
    for (String v : List.of("1.3", "-0.3", "pi", "1026", "1027", "-2001")) {
      assertThat(values("x^" + v, x)).containsExactly(values("exp(%s*log(x))".formatted(v), x));
    }
    double[] small = Arrays.stream(x).map(size -> size * 0x1p-1000).toArray();
    assertThat(values("x^0.3", small)).containsExactly(values("exp(0.3*log(x))", small));
  }

  /** One number for all the bits: the same with vectors and without, on all JVMs and processors. */
  @Test
  void bitsAreTheSameEverywhere() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<String> variables = List.of("x", "y");
    double[][] x = {points(-3, 3), points(0.1, 2)};
    for (String formula :
        List.of(
            "x^4/4 - x^2/2 + 0.1*sin(5*x)*y",
            "exp(-x^2 - y^2) + log(y)*tanh(x) - sinh(x)/cosh(y)",
            "y^x + y^0.3 + sqrt(y)*abs(x) + tan(x)",
            "cos(2*pi*x) + cos(x)*sin(y)^3/(1 + x^2)")) {
      Formula compiled = Formula.of(formula, variables);
      double[][] out = new double[2][N];
      compiled.value(x, N, out[0]);
      add(digest, out[0]);
      compiled.gradient(x, N, out);
      add(digest, out[0]);
      add(digest, out[1]);
      compiled.hessianTimes(x, new double[][] {x[1], x[0]}, N, out);
      add(digest, out[0]);
      add(digest, out[1]);
    }
    assertThat(HexFormat.of().formatHex(digest.digest(), 0, 8)).isEqualTo("13a54e6d9ecd8bf9");
  }

  private static void add(MessageDigest digest, double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * numbers.length);
    Arrays.stream(numbers).forEach(bytes::putDouble);
    digest.update(bytes.array());
  }

  private static double[] points(double from, double to) {
    return new SplittableRandom(20261121).doubles(N, from, to).toArray();
  }

  private static double[] values(String formula, double[] x) {
    double[] out = new double[x.length];
    Formula.of(formula, List.of("x")).value(new double[][] {x}, x.length, out);
    return out;
  }
}
