package org.escapement.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("digits")
class DerivativeTest {
  private static final List<String> XY = List.of("x", "y");
  private static final double[] X = {0.3, 0.71, 1.45, 2.6};
  private static final double[] Y = {1.9, 0.42, 0.77, 0.13};

  /** Formula, and its derivative by x. */
  @ParameterizedTest
  @CsvSource({
    "3, 0",
    "y, 0",
    "x, 1",
    "-x, -1",
    "x^4/4 - x^2/2, x^3 - x",
    "0.25*(x^2 - 1)^2, (x^2 - 1)*x",
    "x^3/3, x^2",
    "x^-2, -2*x^-3",
    "0.1*x*0.1*x, 0.1*(0.1*x) + 0.1*x*0.1",
    "x*y, y",
    "y/x, -(y/x)/x",
    "x/y, 1/y",
    "y^x, y^x*log(y)",
    "e^x, e^x",
    "sqrt(x), 0.5/sqrt(x)",
    "log(x^2), 2*(x/x^2)",
    "log(x), 1/x",
    "cos(x), -sin(x)",
    "exp(-x^2/2), -(exp(-x^2/2)*x)",
    "abs(x), sign(x)",
    "tanh(x), 1 - tanh(x)^2"
  })
  void isSimple(String formula, String derivative) {
    Term slope = Derivative.by(0, 2).of(Parser.parse(formula, XY));
    assertThat(Printer.print(slope, XY)).isEqualTo(derivative);
  }

  /**
   * Value, slopes and bends against an independent implementation, the truncated Taylor series of
   * Hipparchus.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^4/4 - x^2/2 + 0.1*sin(5*x)*y",
        "x^5*y^3 - x^-3/y",
        "x^3.5 + y^-0.5*x",
        "x^0.3*y^pi",
        "x^y + 2^(x*y) + e^(-x)",
        "sin(2*pi*x)*cos(pi*(x - y)/3 + pi/4)",
        "tan(x/2)*tanh(y - x)",
        "sinh(x*y)/cosh(x + y)",
        "exp(-x^2/2)/(1 + y^2)",
        "log(1 + x^2 + 3*y)/sqrt(x + y)",
        "abs(x - y)*x",
        "(x + y)^7/(x - 3*y)^2",
        "-(-x*-y)^3",
        "x/y/x/y + x*(y*(x*(y + x)))"
      })
  void agreesWithTaylorSeries(String formula) {
    double[][] x = {X, Y};
    int n = X.length;
    double[] value = new double[n];
    double[][] gradient = new double[2][n];
    Formula compiled = Formula.of(formula, XY);
    compiled.value(x, n, value);
    compiled.gradient(x, n, gradient);
    double[][] byX = bends(compiled, x, 1, 0);
    double[][] byY = bends(compiled, x, 0, 1);
    Term term = Parser.parse(formula, XY);
    DSFactory factory = new DSFactory(2, 2);
    for (int i = 0; i < n; i++) {
      DerivativeStructure f =
          new TaylorSeries(factory.variable(0, X[i]), factory.variable(1, Y[i])).of(term);
      isClose(value[i], f.getValue());
      isClose(gradient[0][i], f.getPartialDerivative(1, 0));
      isClose(gradient[1][i], f.getPartialDerivative(0, 1));
      isClose(byX[0][i], f.getPartialDerivative(2, 0));
      isClose(byX[1][i], f.getPartialDerivative(1, 1));
      isClose(byY[0][i], f.getPartialDerivative(1, 1));
      isClose(byY[1][i], f.getPartialDerivative(0, 2));
    }
  }

  /** Formula, x, and f, f', f'' there, by hand; infinite times 0 is NaN. */
  @ParameterizedTest
  @CsvSource({
    "abs(x)^1.3, 0, 0, 0, NaN",
    "x^1.3, 0, 0, 0, Infinity",
    "abs(x)^2.3, 0, 0, 0, 0",
    "x^(7/3), 0, 0, 0, 0",
    "x^0.3, 0, 0, Infinity, -Infinity",
    "x^-0.3, 0, Infinity, -Infinity, Infinity",
    "(x - 1)^2.3 + x^2, 1, 1, 2, 2",
    "x^1026, -1, 1, -1026, 1051650",
    "x^1027, -1, -1, 1027, -1053702",
    "x^1028, 0, 0, 0, 0"
  })
  void ofPowersAtTheirEnds(String formula, double at, double value, double slope, double bend) {
    Formula compiled = Formula.of(formula, List.of("x"));
    double[][] x = {{at}};
    double[] f = new double[1];
    double[][] first = new double[1][1];
    double[][] second = new double[1][1];
    compiled.value(x, 1, f);
    compiled.gradient(x, 1, first);
    compiled.hessianTimes(x, new double[][] {{1}}, 1, second);
    double[] found = {f[0] + 0, first[0][0] + 0, second[0][0] + 0};
    assertThat(found).containsExactly(value, slope, bend);
  }

  private static double[][] bends(Formula formula, double[][] x, double vx, double vy) {
    int n = x[0].length;
    double[][] v = new double[2][n];
    java.util.Arrays.fill(v[0], vx);
    java.util.Arrays.fill(v[1], vy);
    double[][] out = new double[2][n];
    formula.hessianTimes(x, v, n, out);
    return out;
  }

  private static void isClose(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(2e-13 * (1 + Math.abs(expected))));
  }

  /** A tree in the arithmetic of Hipparchus. */
  private record TaylorSeries(DerivativeStructure x, DerivativeStructure y) {
    DerivativeStructure of(Term term) {
      if (term instanceof Term.Literal literal) {
        return x.newInstance(literal.value());
      }
      if (term instanceof Term.Constant constant) {
        return x.newInstance(constant.value);
      }
      if (term instanceof Term.Variable variable) {
        return variable.index() == 0 ? x : y;
      }
      if (term instanceof Term.Negative negative) {
        return of(negative.of()).negate();
      }
      return term instanceof Term.Call call
          ? call(call.function(), of(call.of()))
          : binary((Term.Binary) term);
    }

    private DerivativeStructure binary(Term.Binary binary) {
      DerivativeStructure u = of(binary.left());
      DerivativeStructure v = of(binary.right());
      return switch (binary.operator()) {
        case PLUS -> u.add(v);
        case MINUS -> u.subtract(v);
        case TIMES -> u.multiply(v);
        case DIVIDED -> u.divide(v);
        case POWER ->
            binary.right() instanceof Term.Literal literal && literal.value() % 1 == 0
                ? u.pow((int) literal.value())
                : u.pow(v);
      };
    }

    private static DerivativeStructure call(Function function, DerivativeStructure u) {
      return switch (function) {
        case SIN -> u.sin();
        case COS -> u.cos();
        case TAN -> u.tan();
        case EXP -> u.exp();
        case LOG -> u.log();
        case SQRT -> u.sqrt();
        case ABS -> u.abs();
        case SIGN -> u.sign();
        case SINH -> u.sinh();
        case COSH -> u.cosh();
        case TANH -> u.tanh();
      };
    }
  }
}
