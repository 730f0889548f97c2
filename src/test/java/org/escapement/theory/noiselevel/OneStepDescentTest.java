package org.escapement.theory.noiselevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Measure;
import org.escapement.measure.OneStepSmoothing;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.noise.NoNoise;
import org.escapement.objective.MuellerBrown;
import org.escapement.objective.Rastrigin;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneStepDescentTest {
  private static final Objective F = new Rastrigin(1, 10);
  private static final Prediction EXACT = OneStepDescent.exact();
  private static final Prediction PUBLISHED = OneStepDescent.published();

  private static Experiment on(Noise noise, Dynamics dynamics, long horizon, double start) {
    return new Experiment(
        F, noise, dynamics, Vector.of(start), new WholeSpace(), horizon, Double.POSITIVE_INFINITY);
  }

  private static Map<String, Double> of(Prediction prediction, Experiment e, double... steps) {
    List<Measure<?>> measures = List.of(new OneStepSmoothing(new AtSteps(Vector.of(steps))));
    Map<String, Double> result = new TreeMap<>();
    prediction.of(e, measures).forEach(p -> result.put(p.quantity() + "@" + p.step(), p.value()));
    return result;
  }

  /** momentum_and_smoothing 3.2 d; both say the same where nothing is remembered. */
  @ParameterizedTest
  @CsvSource({"10, 1.004586", "45, 1.346118"})
  void descentByOneStep(double scale, double expected) {
    Experiment e = on(new Gaussian(scale), new Sgd(new Constant(0.01)), 3, 0.8);
    Map<String, Double> exact = of(EXACT, e, 1, 2);
    assertThat(exact.keySet())
        .containsExactly("descended.1@1", "smoothing-gap.1@1", "smoothing-gap.1@2");
    assertThat(exact.get("descended.1@1")).isCloseTo(expected, within(5e-7));
    assertThat(of(PUBLISHED, e, 1, 2).get("descended.1@1")).isCloseTo(expected, within(5e-7));
  }

  /**
   * A whole batch, then a single sample: x_0 = 0.55, m_0 = f'(x_0), and by hand the closed form
   * F'(x) = 2 x + 20 pi exp(-2 pi^2 delta^2) sin 2 pi x.
   */
  @Test
  void whatIsRememberedShifts() {
    Noise noise =
        new Minibatch(new Gaussian(10), new Piecewise(Vector.of(1000, 1), Vector.of(0, 1)), 1000);
    Dynamics ball = new HeavyBall(new Constant(0.01), new Constant(0.9));
    double m = slope(0.55, 0);
    double x = 0.55 - 0.01 * m;
    double y = x - 0.01 * slope(x, 0);
    double shifted = y - 0.01 * 0.9 * m;
    Map<String, Double> exact = of(EXACT, on(noise, ball, 4, 0.55), 1, 2, 3);
    assertThat(exact.get("descended.1@2"))
        .isCloseTo(shifted - 0.01 * slope(shifted, 0.1), within(1e-12));
    assertThat(exact).doesNotContainKeys("smoothing-gap.1@1", "descended.1@3");
    double wide = 0.01 * Math.sqrt(100 + 0.81 * m * m);
    assertThat(of(PUBLISHED, on(noise, ball, 4, 0.55), 1, 2, 3).get("descended.1@2"))
        .isCloseTo(y - 0.01 * slope(y, wide), within(1e-12));
  }

  private static double slope(double x, double delta) {
    double wave = StrictMath.exp(-2 * Math.PI * Math.PI * delta * delta);
    return 2 * x + 20 * Math.PI * wave * StrictMath.sin(2 * Math.PI * x);
  }

  /** 0.01 0.9 |grad f| / sqrt 2 = 1.2, beyond sqrt(1/2), from where on the mean is infinite. */
  @Test
  void noMeanThatIsInfinite() {
    Noise noise =
        new Minibatch(new Gaussian(10), new Piecewise(Vector.of(1000, 1), Vector.of(0, 1)), 1000);
    Experiment e =
        new Experiment(
            new MuellerBrown(1),
            noise,
            new HeavyBall(new Constant(0.01), new Constant(0.9)),
            Vector.of(0.5, 0.3),
            new WholeSpace(),
            4,
            Double.POSITIVE_INFINITY);
    assertThat(of(PUBLISHED, e, 1)).hasSize(2);
    assertThat(of(PUBLISHED, e, 2)).isEmpty();
  }

  /** Nothing where there is no noise at all to smooth, but the way itself. */
  @Test
  void withoutNoise() {
    Experiment e = on(new NoNoise(), new Sgd(new Constant(0.01)), 9, 0.8);
    assertThat(of(EXACT, e, 6).keySet()).isSubsetOf("descended.1@6");
  }
}
