package org.escapement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.escapement.data.GaussianSignal;
import org.escapement.model.Region;
import org.escapement.model.Vector;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.PhaseRetrieval;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The distance from a solution that only the data know. */
@Tag("digits")
class AwayFromSolutionTest {
  private static final PhaseRetrieval OBJECTIVE =
      new PhaseRetrieval(new GaussianSignal(7, 3, 2), 1, "with-replacement");

  /** At 0, w, -w, w/2, -2 w: shares of |w|. */
  @Test
  void marginIsAShareOfTheSolution() {
    Vector w = OBJECTIVE.solution();
    double[] factor = {0, 1, -1, 0.5, -2};
    double[][] x = new double[3][factor.length];
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < factor.length; i++) {
        x[k][i] = factor[i] * w.at(k);
      }
    }
    double[] margin = new double[factor.length];
    Region region = new AwayFromSolution(0.6).start(OBJECTIVE, factor.length);
    region.margin(x, factor.length, margin);
    assertThat(margin).containsExactly(new double[] {0.4, -0.6, -0.6, -0.1, 0.4}, within(1e-15));
  }

  @Test
  void refusesObjectivesWithoutASolution() {
    assertThatThrownBy(() -> new AwayFromSolution(0.5).start(new IsotropicQuadratic(1, 2), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "away-from-solution needs an objective that knows its solution, such as"
                + " phase-retrieval");
  }
}
