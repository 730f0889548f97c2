package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.Expression;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;

/** What theory says of a formula in one variable is what it says of the same function in Java. */
class ExpressionTheoryTest {
  private static final Expression FORMULA = new Expression("0.25*(x^2 - 1)^2", List.of("x"));
  private static final Constant STEP = new Constant(0.1);
  private static final List<Measure<?>> MEASURES =
      List.of(new Moments(List.of("loss", "mean", "second"), new AtSteps(Vector.of(20, 40))));

  @Test
  void predictsTheSameExits() {
    Domain left = new HalfSpace(Vector.of(-1), 0);
    assertThat(compared(new Sgd(STEP), left)).contains("exact-walk", "overdamped-diffusion");
    assertThat(compared(new HeavyBall(STEP, new Constant(0.5)), left)).contains("exact-momentum");
    assertThat(compared(new EulerMaruyama(STEP), new Interval(-2, 0.5))).contains("exact-walk");
  }

  @Test
  void predictsTheSameMoments() {
    assertThat(compared(new Sgd(STEP), new WholeSpace())).contains("exact-moments");
    // Its drift has the curvature in it.
    assertThat(compared(new SgdEquation2(STEP, 3), new WholeSpace())).isNotEmpty();
  }

  /** The predictions that apply to both, after a comparison of their numbers. */
  private static Set<String> compared(Dynamics dynamics, Domain domain) {
    Map<String, List<Predicted>> java = all(new DoubleWell(0.25, 1), dynamics, domain);
    Map<String, List<Predicted>> formula = all(FORMULA, dynamics, domain);
    assertThat(formula.keySet()).isEqualTo(java.keySet());
    java.forEach(
        (name, numbers) -> {
          List<Predicted> found = formula.get(name);
          assertThat(found).hasSameSizeAs(numbers);
          for (int k = 0; k < numbers.size(); k++) {
            double value = numbers.get(k).value();
            assertThat(found.get(k).quantity()).isEqualTo(numbers.get(k).quantity());
            assertThat(found.get(k).value()).isCloseTo(value, within(1e-9 * Math.abs(value)));
          }
        });
    return java.keySet();
  }

  private static Map<String, List<Predicted>> all(
      Objective objective, Dynamics dynamics, Domain domain) {
    Experiment experiment =
        new Experiment(
            objective,
            new Gaussian(1),
            dynamics,
            Vector.of(-1),
            domain,
            1_000_000,
            Double.POSITIVE_INFINITY);
    Map<String, List<Predicted>> said = new TreeMap<>();
    for (Prediction prediction : PredictionEntries.all()) {
      List<Predicted> numbers = prediction.of(experiment, MEASURES);
      if (!numbers.isEmpty()) {
        said.put(prediction.name(), numbers);
      }
    }
    return said;
  }
}
