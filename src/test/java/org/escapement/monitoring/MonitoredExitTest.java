package org.escapement.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.domain.Ball;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Intersection;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.estimate.ExitEstimates;
import org.escapement.estimate.Quantity;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.Stable;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ChunkResult;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Mean exit times of diffusions. Every tolerance is five standard errors (false alarm 5.7e-7) and
 * what is known of the bias.
 */
@Tag("digits")
class MonitoredExitTest {
  private static final RandomKey KEY = new RandomKey(0x9e3779b97f4a7c15L, 0xbf58476d1ce4e5b9L);

  private static Experiment from0(
      double curvature, int dimension, Noise noise, double step, Domain domain, Monitoring looks) {
    return new Experiment(
        new IsotropicQuadratic(curvature, dimension),
        noise,
        new EulerMaruyama(new Constant(step)),
        new StartAt(Vector.zero(dimension)),
        domain,
        1 << 30,
        Double.POSITIVE_INFINITY,
        looks);
  }

  private static ExitEstimates estimates(Experiment experiment, int trajectories) {
    assertThat(experiment.problems()).isEmpty();
    ExitSummary summary =
        Simulation.run(experiment, KEY, ExitTimes.summaryOnly(), new Chunk(0, 0, trajectories), 256)
            .summary();
    return ExitEstimates.of(summary, experiment);
  }

  private static void meanIs(double expected, double bias, Experiment e, int trajectories) {
    ExitEstimates estimates = estimates(e, trajectories);
    double error = estimates.number(Quantity.STD_ERROR).orElseThrow();
    assertThat(estimates.number(Quantity.MEAN_TIME).orElseThrow())
        .isCloseTo(expected, within(5 * error + bias));
  }

  /**
   * Brownian motion from (-1, 1), E tau = 1: at steps 1.42746 and 1.12241 (Nystroem), with the
   * boundary shifted (1 - b + b)^2 + h/4, with the bridge 1 but for some 0.002 h^(1/2).
   */
  @ParameterizedTest
  @CsvSource({"0.1, 1.4274594", "0.01, 1.1224136"})
  void brownianMotion(double h, double atSteps) {
    Domain domain = new Interval(-1, 1);
    Noise noise = new Gaussian(1);
    meanIs(atSteps, 1e-7, from0(0, 1, noise, h, domain, new AfterSteps()), 100_000);
    meanIs(1 + h / 4, 1e-4, from0(0, 1, noise, h, domain, new Shifted()), 100_000);
    meanIs(1, 0.0015, from0(0, 1, noise, h, domain, new Bridge()), 100_000);
  }

  /**
   * dX = -X dt + 0.7 dW from (-1, 1): 4.68500, by quadrature of scale and speed; the walk that
   * leaves (-0.959, 0.959) at steps of 0.01 after 4.62135 (Nystroem).
   */
  @Test
  void ornsteinUhlenbeck() {
    Domain domain = new Interval(-1, 1);
    meanIs(4.68500, 0.03, from0(1, 1, new Gaussian(0.7), 0.0025, domain, new Bridge()), 20_000);
    meanIs(4.62135, 1e-4, from0(1, 1, new Gaussian(0.7), 0.01, domain, new Shifted()), 20_000);
  }

  /** Brownian motion in R^3 from the unit ball: 1/3. */
  @Test
  void brownianMotionInABall() {
    Domain ball = new Ball(Vector.zero(3), 1);
    Noise noise = new Gaussian(1);
    meanIs(1.0 / 3, 0.003, from0(0, 3, noise, 0.0025, ball, new Bridge()), 20_000);
    meanIs(1.0 / 3, 0.003, from0(0, 3, noise, 0.0025, ball, new Shifted()), 20_000);
  }

  /** Stable motion, alpha = 1.5: 0.752253 from (-1, 1); at steps of 0.01 0.796558 (Nystroem). */
  @Test
  void stableMotion() {
    Domain domain = new Interval(-1, 1);
    Noise noise = new Stable(1.5, 1);
    meanIs(0.796558, 1e-6, from0(0, 1, noise, 0.01, domain, new AfterSteps()), 50_000);
    meanIs(0.752253, 0.003, from0(0, 1, noise, 0.01, domain, new Shifted()), 50_000);
  }

  /**
   * The unit ball in R^10, alpha = 1.5: isotropic 0.117187 (Getoor), independent coordinates
   * 0.0752253 = 1/(10 Gamma(2.5)) (Ryznar), where the shift depends on the direction.
   */
  @Test
  void stableMotionInABall() {
    Domain ball = new Ball(Vector.zero(10), 1);
    double h = 1e-4;
    meanIs(
        0.117187, 0.0008, from0(0, 10, new IsotropicStable(1.5, 1), h, ball, new Shifted()), 9_000);
    meanIs(0.0752253, 0.0008, from0(0, 10, new Stable(1.5, 1), h, ball, new Shifted()), 9_000);
  }

  /** Two half-spaces are the interval, whatever they are called. */
  @Test
  void sidesAreCounted() {
    Noise noise = new Gaussian(1);
    Domain walls =
        new Intersection(
            List.of(new HalfSpace(Vector.of(2), -1), new HalfSpace(Vector.of(-1), -1)));
    ExitSummary interval = summary(from0(0, 1, noise, 0.04, new Interval(-0.5, 1), new Bridge()));
    ExitSummary halves = summary(from0(0, 1, noise, 0.04, walls, new Bridge()));
    assertThat(halves.exits()).isEqualTo(interval.exits());
    assertThat(halves.exitedBy(0)).isEqualTo(interval.exitedBy(0));
    // P(lower) = 2/3; five standard errors of 20000 trajectories and the bias.
    assertThat(interval.exitedBy(0) / 20_000.0).isCloseTo(2.0 / 3, within(0.0167 + 0.002));
  }

  private static ExitSummary summary(Experiment experiment) {
    return run(experiment, 256).summary();
  }

  private static ChunkResult<ExitSummary> run(Experiment experiment, int lanes) {
    return Simulation.run(experiment, KEY, ExitTimes.summaryOnly(), new Chunk(0, 0, 20_000), lanes);
  }

  @Test
  void lanesDoNotMatter() {
    for (Monitoring looks : List.of(new Bridge(), new Shifted())) {
      Experiment experiment =
          from0(1, 2, new Gaussian(1), 0.05, new Ball(Vector.zero(2), 1), looks);
      assertThat(run(experiment, 7).summary()).isEqualTo(run(experiment, 256).summary());
    }
  }

  /** An exit by the bridge is dated in the middle of its step, one of the others at its end. */
  @Test
  void exitsAreDated() {
    Experiment bridge = from0(0, 1, new Gaussian(1), 0.1, new Interval(-1, 1), new Bridge());
    ExitEstimates estimates = estimates(bridge, 1000);
    assertThat(estimates.number(Quantity.MEAN_TIME).orElseThrow())
        .isCloseTo(0.1 * (estimates.number(Quantity.MEAN_STEP).orElseThrow() - 0.5), within(1e-12));
    double median = estimates.number(Quantity.MEDIAN).orElseThrow() / 0.1;
    assertThat(median - Math.floor(median)).isCloseTo(0.5, within(1e-9));
  }
}
