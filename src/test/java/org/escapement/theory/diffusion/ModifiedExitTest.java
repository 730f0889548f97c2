package org.escapement.theory.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Dynamics;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exits of modified equations, watched all the time. */
@Tag("digits")
class ModifiedExitTest {

  private static Map<String, Double> of(Prediction prediction, Dynamics dynamics, double half) {
    Experiment e =
        new Experiment(
            new Quadratic(Vector.of(1)),
            new Gaussian(1),
            dynamics,
            Vector.of(0),
            new Interval(-half, half),
            1L << 40,
            Double.POSITIVE_INFINITY);
    assertThat(e.problems()).isEmpty();
    return prediction.of(e).stream()
        .collect(Collectors.toMap(Predicted::quantity, Predicted::value));
  }

  /**
   * x^2/2 with s = 1 from 0: (L/sigma)^2 2F2(1, 1; 3/2, 2; a L^2/sigma^2) with sigma^2 = eta and a
   * = 1 + eta/2 for order 2, by an independent computation of 2F2.
   */
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.1, 7.720325, 6.111747",
    "0.5, 0.05, 72.194539, 57.790567",
    "0.5, 0.025, 7274.1399, 5745.1676",
    "1, 0.2, 93.964, 38.159",
    "1, 0.1, 9997.518, 3880.402"
  })
  void meanTimesFromAParabola(double half, double eta, double order2, double aware) {
    Dynamics sgd = new Sgd(new Constant(eta));
    assertThat(of(new SecondOrderDiffusion(), sgd, half).get("mean_time"))
        .isCloseTo(order2, within(1e-5 * order2));
    assertThat(of(new HessianAwareExit(), sgd, half).get("mean_time"))
        .isCloseTo(aware, within(2e-5 * aware));
  }

  @Test
  void sayNothingOfMomentum() {
    Dynamics ball = new HeavyBall(new Constant(0.1), new Constant(0.5));
    for (Prediction prediction : List.of(new SecondOrderDiffusion(), new HessianAwareExit())) {
      assertThat(of(prediction, ball, 1)).isEmpty();
    }
  }
}
