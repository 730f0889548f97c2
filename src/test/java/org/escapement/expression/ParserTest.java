package org.escapement.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static final List<String> XY = List.of("x", "y");

  /** Formula, and what is understood: with all parentheses that matter and no others. */
  @ParameterizedTest
  @CsvSource({
    "x+y*x, x + y*x",
    "(x+y)*x, (x + y)*x",
    "x-y-1, x - y - 1",
    "x-(y-1), x - (y - 1)",
    "x/y/2, x/y/2",
    "x/(y/2), x/(y/2)",
    "-x^2, -x^2",
    "(-x)^2, (-x)^2",
    "(-2)^2, (-2)^2",
    "-2^2, -2^2",
    "2^-x^2, 2^-x^2",
    "x^y^2, x^y^2",
    "(x^y)^2, (x^y)^2",
    "2*-x, 2*-x",
    "--x, --x",
    "+x, x",
    "x*(y*2), x*(y*2)",
    "1e3 + .5 + 2., 1000 + 0.5 + 2",
    "sin ( x ) ^ 2, sin(x)^2",
    "exp(-(x^2)/2), exp(-x^2/2)",
    "2*pi*x, 2*pi*x",
    "((((x)))), x"
  })
  void readsWhatIsWritten(String formula, String understood) {
    Term term = Parser.parse(formula, XY);
    assertThat(Printer.print(term, XY)).isEqualTo(understood);
    assertThat(Parser.parse(understood, XY)).isEqualTo(term);
  }

  /** Formula, column and complaint. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          x +             ~ 4: expected a number, a variable, a function or (, got the end
          ``              ~ 1: expected a number, a variable, a function or (, got the end
          2x              ~ 2: expected an operator, got x
          x y             ~ 3: expected an operator, got y
          x(2)            ~ 2: expected an operator, got (
          (x              ~ 3: expected an operator or ), got the end
          x)              ~ 2: expected an operator, got )
          sin x           ~ 5: expected ( after sin, got x
          x**2            ~ 3: expected a number, a variable, a function or (, got *; powers are written x^2
          sinn(x)         ~ 1: unknown word sinn; did you mean sin?
          1 + Exp(x)      ~ 5: unknown word Exp; did you mean exp?
          x + zebra       ~ 5: unknown word zebra; known: x, y, sin, cos, tan, exp, log, sqrt, abs, sign, sinh, cosh, tanh, pi, e
          1e999*x         ~ 1: 1e999 is too large for a double
          x, y            ~ 2: unexpected character ,
          x + y^1e17      ~ 7: an exponent is at most 2^53 in size
          x^-9007199254740994 ~ 3: an exponent is at most 2^53 in size
          """)
  void refusesWithTheColumn(String formula, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parser.parse(formula, XY))
        .withMessage("formula, column " + complaint);
  }

  /** Whatever could mean something to a compiler is no part of a formula. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x; System.exit(1)",
        "java.lang.System.exit(1)",
        "System.exit(1)",
        "x /* y */",
        "x // y",
        "x # y",
        "\"x\"",
        "'x'",
        "\\u0022x",
        "x\\u003b",
        "x } static { ",
        "x[0]",
        "x{0}",
        "@x",
        "$x",
        "x == y",
        "x ? y : 1",
        "x = 1",
        "x % 2",
        "x | y",
        "x & y",
        "!x",
        "~x",
        "0x10",
        "1_000",
        "1f",
        "1d",
        "x1",
        "new Object()",
        "x\u0000",
        "x\u2028y",
        "\u0445",
        "\uFF58",
        "x\u00b2",
        "\u03c0",
        "class",
        "out",
        "rows",
        "t0",
        "Math.sin(x)",
        "sin",
        "pi(x)"
      })
  void refusesWhatIsNoFormula(String formula) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parser.parse(formula, XY))
        .withMessageMatching("formula, column \\d+: [\\x20-\\x7e]+");
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parser.parse("x" + " ".repeat(2000), XY))
        .withMessage("formula must have at most 2000 characters, got 2001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sin(", "x^", "2^-(", "+"})
  void refusesWhatIsTooDeep(String opening) {
    String formula = opening.repeat(1500 / opening.length());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parser.parse(formula, XY))
        .withMessageMatching(
            "formula, column \\d+: more than 250 operations stand one inside the other");
  }

  @Test
  void refusesTooLongASum() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parser.parse("x" + "+x".repeat(300), XY))
        .withMessage("formula: more than 250 operations stand one inside the other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          2x      ~ variables: a name is letters, digits and underscores and begins with no digit, got 2x
          x.y     ~ variables: a name is letters, digits and underscores and begins with no digit, got x.y
          \u0445  ~ variables: a name is letters, digits and underscores and begins with no digit, got \u0445
          sin     ~ variables: sin has a meaning of its own
          pi      ~ variables: pi has a meaning of its own
          y       ~ variables: y is there twice
          """)
  void refusesNames(String name, String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.of("1", List.of("y", name)))
        .withMessage(complaint);
  }

  /** Names that mean something in Java mean nothing here. */
  @Test
  void namesStayOutOfTheProgram() {
    List<String> names = List.of("class", "Math", "kernels", "_1", "System", "x");
    Formula formula = Formula.of("class + Math*kernels - _1/System + x", names);
    double[] out = new double[1];
    formula.value(new double[][] {{1}, {2}, {3}, {4}, {8}, {16}}, 1, out);
    assertThat(out[0]).isEqualTo(1 + 2 * 3 - 0.5 + 16);
    assertThat(formula.text()).doesNotContain("System").doesNotContain("_1");
  }

  @ParameterizedTest
  @CsvSource({
    "1/0, 1/0",
    "x + log(-1), log(-1)",
    "x*1e308^2, 1.0E308^2",
    "log(0)*x, log(0)",
    "0^x, log(0)"
  })
  void refusesConstantsThatAreNotFinite(String formula, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.of(formula, XY))
        .withMessage("formula: " + part + " is no finite number");
  }
}
