package org.escapement.study.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.objective.Expression;
import org.escapement.study.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas in job files: what is read, and what is said of mistakes. */
class ExpressionInJobFilesTest {

  @Test
  void isAnObjective() {
    String text = with("formula: 'x^4/4 - x^2/2 + 0.1*sin(5*x)*y', variables: [x, y]");
    assertThat(cells(text).get(0).experiment().objective())
        .isEqualTo(new Expression("x^4/4 - x^2/2 + 0.1*sin(5*x)*y", List.of("x", "y")));
  }

  /** The keys of the objective, and the only problem. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          formula: 'x^2 + sinn(y)', variables: [x, y] | 2:41: objective.formula, column 7: unknown word sinn; did you mean sin?
          formula: "x^2 +", variables: [x, y] | 2:41: objective.formula, column 6: expected a number, a variable, a function or (, got the end
          formula: "x + \\u0022", variables: [x, y] | 2:41: objective.formula, column 5: unexpected character "
          formula: "x + \\n;", variables: [x, y] | 2:41: objective.formula, column 6: unexpected character ;
          formula: x + 1/0, variables: [x, y] | 2:41: objective.formula: 1/0 is no finite number
          formula: x, variables: [x, x] | 2:55: objective.variables: x is there twice
          formula: x, variables: [x, 2] | 2:55: objective.variables: a name is letters, digits and underscores and begins with no digit, got 2
          formula: x, variables: x | 2:55: objective.variables must be a list, got x
          formula: x | 2:12: objective.variables is missing
          formula: [x], variables: [x, y] | 2:41: objective.formula must be a text, got a list
          """)
  void placesMistakes(String keys, String problem) {
    assertThat(JobText.problems(with(keys))).containsExactly(problem);
  }

  /** The key of a cell has the formula as it is written. */
  @Test
  void formulasCanBeSwept() {
    String text =
        with("formula: x^2, variables: [x, y]")
            + "sweep: { objective.formula: ['x^2 + y^2', 'y^2 + x^2'] }\n";
    assertThat(cells(text).stream().map(Cell::key).distinct()).hasSize(2);
  }

  private static List<Cell> cells(String text) {
    return JobText.study(text).cells();
  }

  private static String with(String keys) {
    return JobText.with(
        "objective",
        "{ type: expression, " + keys + " }",
        "start",
        "[0, 0]",
        "domain",
        "{ type: ball, center: [0, 0], radius: 1 }");
  }
}
