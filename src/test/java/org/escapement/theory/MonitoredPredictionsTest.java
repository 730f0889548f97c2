package org.escapement.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.Ball;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.monitoring.Bridge;
import org.escapement.monitoring.Shifted;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.chain.ExactWalk;
import org.escapement.theory.diffusion.DriftlessExit;
import org.escapement.theory.diffusion.OverdampedDiffusion;
import org.escapement.theory.kick.StableJumps;
import org.escapement.theory.stable.StableMomentum;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is predicted for diffusions whose exit is looked for within the steps. */
@Tag("digits")
class MonitoredPredictionsTest {
  private static final Domain LINE = new Interval(-1, 1);

  private static Dynamics euler(double step) {
    return new EulerMaruyama(new Constant(step));
  }

  private static Experiment from0(
      double curvature,
      int dimension,
      Noise noise,
      Dynamics dynamics,
      Domain domain,
      Monitoring looks) {
    return new Experiment(
        new IsotropicQuadratic(curvature, dimension),
        noise,
        dynamics,
        new StartAt(Vector.zero(dimension)),
        domain,
        1L << 40,
        Double.POSITIVE_INFINITY,
        looks);
  }

  private static Map<String, Double> of(Prediction prediction, Experiment experiment) {
    Map<String, Double> values = new TreeMap<>();
    prediction.of(experiment).forEach(p -> values.put(p.quantity(), p.value()));
    return values;
  }

  /**
   * Brownian motion watched at a boundary moved inwards: (1 - b + b)^2 + h/4, b = 0.5826 sqrt h.
   */
  @Test
  void aShiftedBoundaryIsStillAWalk() {
    Experiment shifted = from0(0, 1, new Gaussian(1), euler(0.01), LINE, new Shifted());
    assertThat(of(new ExactWalk(), shifted).get("mean_time")).isCloseTo(1.0025, within(1e-9));
    assertThat(of(new DriftlessExit(), shifted).get("mean_time")).isCloseTo(1.0025, within(1e-12));
    assertThat(of(new ExactWalk(), from0(0, 1, new Gaussian(1), euler(4), LINE, new Shifted())))
        .isEmpty();
  }

  /** E tau = 1 and 4.68500 of the continuous processes; an exit is dated half a step back. */
  @Test
  void aBridgeIsNoWalk() {
    Experiment brownian = from0(0, 1, new Gaussian(1), euler(0.01), LINE, new Bridge());
    assertThat(of(new ExactWalk(), brownian)).isEmpty();
    assertThat(of(new DriftlessExit(), brownian).get("mean_time")).isCloseTo(1, within(1e-12));
    assertThat(of(new DriftlessExit(), brownian).get("mean_step")).isCloseTo(100.5, within(1e-9));
    Experiment well = from0(1, 1, new Gaussian(0.7), euler(0.01), LINE, new Bridge());
    Map<String, Double> diffusion = of(new OverdampedDiffusion(), well);
    assertThat(diffusion.get("mean_time")).isCloseTo(4.68500, within(6e-6));
    assertThat(diffusion.get("mean_step")).isCloseTo(469.0, within(6e-4));
    assertThat(diffusion.get("side.upper")).isCloseTo(0.5, within(1e-9));
  }

  /**
   * Ball of radius 1e-6, amplitude 1e-3: Brownian motion leaves before a jump or the slope acts.
   */
  @Test
  void normalNoiseAndALittleStableNoise() {
    Noise noise = new SumOfNoises(List.of(new Gaussian(1e-3), new Stable(1.2, 1e-3)));
    Domain ball = new Ball(Vector.zero(1), 1e-6);
    Experiment small = from0(1, 1, noise, euler(1e-8), ball, new AfterSteps());
    assertThat(of(new DriftlessExit(), small).get("mean_time"))
        .isCloseTo(1.1224136e-6, within(1e-12));
    Domain wide = new Ball(Vector.zero(1), 1e-3);
    assertThat(of(new DriftlessExit(), from0(1, 1, noise, euler(1e-8), wide, new AfterSteps())))
        .isEmpty();
    Experiment slow = from0(1, 1, new Gaussian(1), euler(0.01), LINE, new AfterSteps());
    assertThat(of(new DriftlessExit(), slow)).isEmpty();
  }

  /** In R^d the same impulse response as on the line, and K for its jumps. */
  @Test
  void heavyTailsWithMomentumInMoreDimensions() {
    Dynamics ball = new HeavyBall(new Constant(0.05), new Constant(0.9));
    Domain domain = new Ball(Vector.zero(5), 1);
    double scale = 0.0005;
    double effective = scale * 3.3716;
    for (Noise noise :
        List.of(new Stable(1.5, scale / 0.05), new IsotropicStable(1.5, scale / 0.05))) {
      double jumps =
          noise instanceof Stable ? StableJumps.independent(1.5, 5) : StableJumps.isotropic(1.5, 5);
      double steps =
          of(new StableMomentum(), from0(1, 5, noise, ball, domain, new AfterSteps()))
              .get("mean_step");
      assertThat(steps).isCloseTo(StrictMath.pow(effective, -1.5) / jumps, within(1.0));
    }
  }
}
