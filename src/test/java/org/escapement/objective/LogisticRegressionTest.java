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

  @Test
  void targetsMustBeSigns() {
    assertThatThrownBy(
            () -> new LogisticRegression(new GaussianSignal(50, 3, 2), 5, "without-replacement", 0))
        .hasMessageContaining("targets must be -1 or 1, that of row 0 is");
  }
}
