package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.Quadratic;
import org.escapement.objective.Rastrigin;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class NoiseLevelTest {
  private static final int TRAJECTORIES = 40;

  private static Schedule c(double value) {
    return new Constant(value);
  }

  private static Experiment on(
      Objective f, Noise noise, Dynamics dynamics, long horizon, double... start) {
    return new Experiment(
        f, noise, dynamics, Vector.of(start), new WholeSpace(), horizon, Double.POSITIVE_INFINITY);
  }

  /** By quantity and step. */
  private static Map<String, Reading> readings(Experiment e, When when, int lanes) {
    NoiseLevel measure = new NoiseLevel(when);
    assertThat(measure.problem(e)).isEmpty();
    Chunk chunk = new Chunk(0, 0, TRAJECTORIES);
    Means means = Simulation.run(e, new RandomKey(3, 4), measure, chunk, lanes).summary();
    Map<String, Reading> readings = new TreeMap<>();
    measure.readings(means, e).forEach(r -> readings.put(r.quantity() + "@" + r.step(), r));
    return readings;
  }

  private static double at(Map<String, Reading> readings, String name) {
    return readings.get(name).value();
  }

  /** Where nothing is random, the direction and its distance from the gradient are by hand. */
  @Test
  void withoutNoiseItIsTheBias() {
    Objective f = new Quadratic(Vector.of(2));
    When when = new AtSteps(Vector.of(1, 2));
    // m_0 = g_0 = 6, x_1 = 3 - 0.1 6 = 2.4, g_1 = 4.8: omega_1 = 0.5 6
    for (Dynamics d :
        new Dynamics[] {new HeavyBall(c(0.1), c(0.5)), new PytorchMomentum(c(0.1), c(0.5))}) {
      Map<String, Reading> r = readings(on(f, new NoNoise(), d, 2, 3), when, 8);
      assertThat(at(r, "noise-level@1")).isCloseTo(0, within(1e-20));
      assertThat(at(r, "noise-level@2")).isCloseTo(9, within(1e-12));
      assertThat(at(r, "noise-level-bias@2")).isCloseTo(9, within(1e-12));
      assertThat(at(r, "direction-mean-square@2")).isCloseTo(7.8 * 7.8, within(1e-12));
      assertThat(at(r, "gradient-square@2")).isCloseTo(4.8 * 4.8, within(1e-12));
      assertThat(at(r, "gradient-noise@2")).isCloseTo(0, within(1e-20));
    }
    // d_0 = 3, x_1 = 2.7, g_1 = 5.4, d_1 = 4.2
    Map<String, Reading> normalised =
        readings(on(f, new NoNoise(), new NormalisedHeavyBall(c(0.1), c(0.5)), 2, 3), when, 8);
    assertThat(at(normalised, "noise-level@1")).isCloseTo(9, within(1e-12));
    assertThat(at(normalised, "noise-level@2")).isCloseTo(1.44, within(1e-12));
    // p_0 = (0.75 + 0.25 0.5) 6 = 5.25, x_1 = 2.475, g_1 = 4.95, m_1 = 1.5 + 2.475, p_1 = 4.70625
    Map<String, Reading> quasi =
        readings(on(f, new NoNoise(), new QuasiHyperbolic(c(0.1), c(0.5), 0.25), 2, 3), when, 8);
    assertThat(at(quasi, "noise-level@1")).isCloseTo(0.75 * 0.75, within(1e-12));
    assertThat(at(quasi, "noise-level@2")).isCloseTo(0.24375 * 0.24375, within(1e-12));
    assertThat(at(quasi, "direction-mean-square@2")).isCloseTo(4.70625 * 4.70625, within(1e-12));
  }

  /** With the step size and the momentum of the step: v_1 = -0.1 6, beta_1 v_1/-eta_1 = 0.25 12. */
  @Test
  void schedulesCountByTheStep() {
    Schedule eta = new Exponential(0.1, 1 / StrictMath.log(2));
    Schedule beta = new Exponential(0.5, 1 / StrictMath.log(2));
    Map<String, Reading> r =
        readings(
            on(new Quadratic(Vector.of(2)), new NoNoise(), new HeavyBall(eta, beta), 2, 3),
            new AtSteps(Vector.of(1, 2)),
            8);
    assertThat(at(r, "noise-level@2")).isCloseTo(9, within(1e-11));
  }

  @Test
  void sgdsIsTheGradientNoise() {
    Map<String, Reading> r =
        readings(
            on(new Rastrigin(2, 10), new Gaussian(3), new Sgd(c(0.01)), 21, 0.3, -0.4),
            new AtSteps(Vector.of(1, 20)),
            8);
    for (String step : new String[] {"@1", "@20"}) {
      assertThat(at(r, "noise-level" + step)).isEqualTo(at(r, "gradient-noise" + step));
      assertThat(at(r, "noise-level" + step)).isEqualTo(at(r, "noise-level-noise" + step));
      assertThat(at(r, "noise-level-bias" + step)).isZero();
      // a mean of 40 of deviation 18: within 6 of its standard errors, P < 1e-6
      assertThat(at(r, "noise-level" + step)).isBetween(5.0, 36.0);
      assertThat(r.get("noise-level" + step).trajectories()).isEqualTo(TRAJECTORIES);
    }
  }

  /** The parts add up, on rows of data too, where lanes keep their state to themselves. */
  @Test
  void thePartsAddUp() {
    Objective rows = new LeastSquares(new Torus(9, 2, 1.25, 0.75), 3, "without-replacement");
    double[] start = new double[rows.dimension()];
    start[0] = 1;
    Map<String, Reading> r =
        readings(
            on(rows, new NoNoise(), new HeavyBall(c(0.05), c(0.8)), 30, start),
            new EvenlySpaced(6),
            8);
    for (int step = 5; step <= 30; step += 5) {
      assertThat(at(r, "noise-level-noise@" + step)).isPositive();
      assertThat(at(r, "noise-level-noise@" + step)).isEqualTo(at(r, "gradient-noise@" + step));
      double sum =
          at(r, "noise-level-noise@" + step)
              + at(r, "noise-level-bias@" + step)
              + at(r, "noise-level-cross@" + step);
      assertThat(at(r, "noise-level@" + step)).isCloseTo(sum, within(1e-12 * sum));
    }
  }

  /** All rows at once leave no noise but rounding. */
  @Test
  void wholeBatchesHaveNone() {
    Objective rows = new LeastSquares(new Torus(9, 2, 1.25, 0.75), 9, "without-replacement");
    double[] start = new double[rows.dimension()];
    start[0] = 1;
    Map<String, Reading> r =
        readings(on(rows, new NoNoise(), new Sgd(c(0.05)), 9, start), new EvenlySpaced(3), 8);
    assertThat(at(r, "noise-level@3")).isCloseTo(0, within(1e-24));
    assertThat(at(r, "direction-mean-square@3"))
        .isCloseTo(at(r, "gradient-square@3"), within(1e-12));
  }

  /** A finite sum's gradient has its own offset in it: with one sample there is no noise. */
  @Test
  void aFiniteSumPushesItsOwnWay() {
    Map<String, Reading> r =
        readings(
            on(
                new Quadratic(Vector.of(1)),
                new FiniteSample(1, Vector.of(2), false),
                new HeavyBall(c(0.1), c(0.9)),
                4,
                3),
            new AtSteps(Vector.of(1)),
            8);
    assertThat(at(r, "noise-level@1")).isCloseTo(0, within(1e-20));
    assertThat(at(r, "gradient-square@1")).isNotCloseTo(9, within(1e-3));
  }

  @Test
  void lanesDoNotMatterNorWhoHasEnded() {
    Experiment e =
        new Experiment(
            new Quadratic(Vector.of(1)),
            new Stable(1.2, 0.3),
            new NormalisedHeavyBall(c(0.2), c(0.7)),
            Vector.of(0.5),
            new org.escapement.domain.Ball(Vector.of(0), 2),
            50,
            Double.POSITIVE_INFINITY);
    Map<String, Reading> one = readings(e, new EvenlySpaced(10), 7);
    assertThat(one).isEqualTo(readings(e, new EvenlySpaced(10), 40));
    assertThat(one.get("noise-level@50").trajectories()).isBetween(1L, 39L);
  }

  @Test
  void whereItCannotBeMeasured() {
    NoiseLevel measure = new NoiseLevel(new AtSteps(Vector.of(30)));
    Objective f = new Quadratic(Vector.of(1));
    assertThat(measure.problem(on(f, new Gaussian(1), new EulerMaruyama(c(0.1)), 40, 1)).orElse(""))
        .startsWith("noise-level needs a dynamics with a search direction");
    assertThat(measure.problem(on(f, new Gaussian(1), new Sgd(c(0.1)), 20, 1)).orElse(""))
        .isEqualTo("step 30 lies beyond the horizon, 20 steps");
  }
}
