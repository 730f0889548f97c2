package org.escapement.theory.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Difference;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.StateDependent;
import org.escapement.noise.Uniform;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.moments.ExactMoments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weak errors as exact predictions of the difference of two simulated dynamics. */
@Tag("digits")
class LinearEquationsTest {

  private static Map<String, Double> of(
      String to, Vector curvature, Noise noise, Dynamics own, Vector start, int steps) {
    Experiment e =
        new Experiment(
            new Quadratic(curvature),
            noise,
            own,
            start,
            new WholeSpace(),
            steps,
            Double.POSITIVE_INFINITY);
    Difference difference = new Difference(to, List.of("loss"), new AtHorizon(), 4);
    assertThat(difference.problem(e)).isEmpty();
    return new ExactMoments()
        .of(e, List.of(difference)).stream()
            .collect(Collectors.toMap(Predicted::quantity, Predicted::value));
  }

  /**
   * lambda = (2, 1, .5), noise of those standard deviations, x0 = 1, T = 2, friction 1/2: the
   * equations' exact moments (matrix exponentials, independently) minus those of the recursion; the
   * integrator adds less than 1e-3 of that.
   */
  @ParameterizedTest
  @CsvSource({
    "0.05, -9.461e-3, -5.465e-3, 6.116e-2, -5.218e-3",
    "0.0125, -2.175e-3, -3.494e-4, 1.552e-2, -3.452e-4"
  })
  void weakErrorsOfMomentum(
      double root, double ball1, double ball2, double nesterov1, double nesterov2) {
    Vector lambda = Vector.of(2, 1, 0.5);
    Noise noise = new DiagonalGaussian(lambda);
    Vector start = Vector.of(1, 1, 1);
    int steps = (int) Math.round(2 / root);
    Constant eta = new Constant(root * root);
    Constant beta = new Constant(1 - root / 2);
    Dynamics ball = new HeavyBall(eta, beta);
    Dynamics ahead = new Nesterov(eta, beta);
    String first = "heavy-ball-equation-1";
    String second = "heavy-ball-equation-2";
    assertClose(of(first, lambda, noise, ball, start, steps), first, ball1);
    assertClose(of(second, lambda, noise, ball, start, steps), second, ball2);
    assertClose(of(first, lambda, noise, ahead, start, steps), first, nesterov1);
    String third = "nesterov-equation-2";
    assertClose(of(third, lambda, noise, ahead, start, steps), third, nesterov2);
  }

  private static void assertClose(Map<String, Double> predicted, String to, double expected) {
    assertThat(predicted.get("difference." + to + ".loss"))
        .isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  /**
   * Noise x xi on the gradient x/2: E x^2 is multiplied by (1 - eta/2)^2 + eta^2 in a step of SGD,
   * by exp(eta (eta - 1)) under order 1. The integrator errs by eta^4/8 of it a step.
   */
  @Test
  void multiplicativeNoise() {
    double eta = 0.025;
    Noise noise = new StateDependent(0, 1);
    String to = "sgd-equation-1";
    Map<String, Double> predicted =
        of(to, Vector.of(0.5), noise, new Sgd(new Constant(eta)), Vector.of(1), 80);
    double sgd = 0.25 * Math.pow((1 - eta / 2) * (1 - eta / 2) + eta * eta, 80);
    double equation = 0.25 * Math.exp(80 * eta * (eta - 1));
    assertThat(predicted.get("difference." + to + ".loss")).isCloseTo(equation - sgd, within(1e-6));
    assertThat(predicted.get(to + ".loss")).isCloseTo(equation, within(1e-6));
  }

  /** The equation's noise is normal whatever the optimiser's is. */
  @Test
  void saysNothingOfNoiseThatIsNotNormal() {
    Dynamics ball = new HeavyBall(new Constant(0.01), new Constant(0.9));
    assertThat(of("heavy-ball-equation-2", Vector.of(0.5), new Uniform(1), ball, Vector.of(1), 80))
        .isEmpty();
  }
}
