package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.data.GaussianSignal;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.data.Signs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class LogisticRegressionTest {
  private static final Signs DATA = new Signs(new GaussianSignal(50, 3, 2));

  /** Against the definition, term by term with the library's functions. */
  @Test
  void valueIsTheDefinition() {
    LogisticRegression objective = new LogisticRegression(DATA, 5, "without-replacement", 0.25);
    double[][] w = {{0.3, 400}, {-0.2, 300}, {0.9, -200}};
    double[] value = new double[2];
    objective.value(w, 2, value);
    Rows rows = Loaded.rows(DATA);
    for (int lane = 0; lane < 2; lane++) {
      double sum = 0;
      double square = 0;
      for (int i = 0; i < rows.count(); i++) {
        double p = 0;
        for (int k = 0; k < 3; k++) {
          p += rows.at(i, k) * w[k][lane];
        }
        double z = -rows.targets()[i] * p;
        sum += z > 700 ? z : StrictMath.log1p(StrictMath.exp(z));
      }
      for (double[] coordinate : w) {
        square += coordinate[lane] * coordinate[lane];
      }
      double expected = sum / rows.count() + 0.125 * square;
      assertThat(value[lane]).isCloseTo(expected, within(1e-13 * expected));
    }
  }

  /** The definition again; a row on the boundary is not predicted right. */
  @Test
  void accuracyIsTheShareOfRightSigns() {
    LogisticRegression objective = new LogisticRegression(DATA, 5, "without-replacement", 0.25);
    double[][] w = {{0.3, -1, 0}, {-0.2, 0.1, 0}, {0.9, 0, 0}};
    double[] accuracy = new double[3];
    objective.accuracy(w, 3, accuracy);
    Rows rows = Loaded.rows(DATA);
    for (int lane = 0; lane < 3; lane++) {
      int right = 0;
      for (int i = 0; i < rows.count(); i++) {
        double p = rows.at(i, 0) * w[0][lane] + rows.at(i, 1) * w[1][lane];
        right += rows.targets()[i] * (p + rows.at(i, 2) * w[2][lane]) > 0 ? 1 : 0;
      }
      assertThat(accuracy[lane]).isCloseTo(right / 50.0, within(1e-15));
    }
    assertThat(accuracy[0]).isBetween(0.1, 0.9);
    assertThat(accuracy[2]).isZero();
  }

  /** Other rows, the same ridge. */
  @Test
  void testDataMakeTheSameFunctionOfOtherRows() {
    Signs test = new Signs(new GaussianSignal(20, 3, 4));
    LogisticRegression both = new LogisticRegression(DATA, 5, "without-replacement", 0.25, test);
    assertThat(both.unseen())
        .contains(new LogisticRegression(test, 1, "without-replacement", 0.25));
    assertThat(both.unseen().orElseThrow().unseen()).isEmpty();
    assertThatThrownBy(
            () ->
                new LogisticRegression(
                    DATA, 5, "reshuffling", 0, new Signs(new GaussianSignal(20, 4, 4))))
        .hasMessage("test must have as many coordinates as data, 3, got 4");
    assertThatThrownBy(
            () -> new LogisticRegression(DATA, 5, "reshuffling", 0, new GaussianSignal(20, 3, 4)))
        .hasMessageContaining("targets of test must be -1 or 1, that of row 0 is");
  }

  @Test
  void targetsMustBeSigns() {
    assertThatThrownBy(
            () -> new LogisticRegression(new GaussianSignal(50, 3, 2), 5, "without-replacement", 0))
        .hasMessageContaining("targets must be -1 or 1, that of row 0 is");
  }
}
