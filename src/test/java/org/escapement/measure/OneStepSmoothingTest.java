package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Directed;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.noise.Rademacher;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.MuellerBrown;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Rosenbrock;
import org.escapement.random.Draws;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("digits")
class OneStepSmoothingTest {
  private static final int TRAJECTORIES = 20_000;

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
    OneStepSmoothing measure = new OneStepSmoothing(when);
    assertThat(measure.problem(e)).isEmpty();
    Chunk chunk = new Chunk(0, 0, TRAJECTORIES);
    Means means = Simulation.run(e, new RandomKey(5, 6), measure, chunk, lanes).summary();
    Map<String, Reading> readings = new TreeMap<>();
    measure.readings(means, e).forEach(r -> readings.put(r.name() + "@" + r.step(), r));
    return readings;
  }

  /** PyTorch's momentum that begins with a buffer. */
  private record Pushed(PytorchMomentum ball, double buffer) implements Directed {
    @Override
    public int stateDimension(int dimension) {
      return ball.stateDimension(dimension);
    }

    @Override
    public Vector startState(Vector position) {
      return Vector.of(position.at(0), buffer);
    }

    @Override
    public Schedule stepSize() {
      return ball.stepSize();
    }

    @Override
    public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
      return ball.start(objective, noise, draws, lanes);
    }

    @Override
    public double share(long step) {
      return ball.share(step);
    }

    @Override
    public void kept(double[][] before, long step, int n, double[][] out) {
      ball.kept(before, step, n, out);
    }

    @Override
    public void gradientBetween(
        double[][] before, double[][] after, long step, int dimension, int n, double[][] out) {
      ball.gradientBetween(before, after, step, dimension, n, out);
    }
  }

  /**
   * momentum_and_smoothing 3.2 d, to six digits: Rastrigin, x = 0.8, eta = 0.01, momentum 0 and 0.9
   * with a buffer of 7. Means of 20 000 are within 6 of their standard errors, P < 1e-8.
   */
  @ParameterizedTest
  @CsvSource({"0, 10, 1.004586", "0, 45, 1.346118", "0.9, 10, 0.823556", "0.9, 45, 1.281709"})
  void theOneStepIdentity(double beta, double scale, double expected) {
    Dynamics dynamics = new Pushed(new PytorchMomentum(c(0.01), c(beta)), 7);
    Map<String, Reading> r =
        readings(
            on(new Rastrigin(1, 10), new Gaussian(scale), dynamics, 1, 0.8), new AtHorizon(), 256);
    assertThat(r.get("smoothed-descent.1@1").value()).isCloseTo(expected, within(5e-7));
    Reading descended = r.get("descended.1@1");
    assertThat(descended.value()).isCloseTo(expected, within(6 * descended.stdError()));
    assertThat(descended.stdError() * Math.sqrt(TRAJECTORIES))
        .isCloseTo(scale == 10 ? 0.37 : 0.64, within(0.2));
  }

  /** Wherever the trajectories have gone: 16 gaps within 6 standard errors, P < 1e-6 in all. */
  @Test
  void theGapIsZeroInTheMean() {
    Map<String, Reading> r =
        readings(
            on(
                new Rastrigin(2, 10),
                new Gaussian(20),
                new QuasiHyperbolic(c(0.01), c(0.9), 0.7),
                40,
                0.8,
                -2.3),
            new EvenlySpaced(8),
            256);
    for (int step = 5; step <= 40; step += 5) {
      for (int k = 1; k <= 2; k++) {
        Reading gap = r.get("smoothing-gap." + k + "@" + step);
        assertThat(gap.value()).isCloseTo(0, within(6 * gap.stdError()));
        assertThat(gap.stdError()).isPositive();
        assertThat(gap.value())
            .isCloseTo(
                r.get("descended." + k + "@" + step).value()
                    - r.get("smoothed-descent." + k + "@" + step).value(),
                within(1e-12));
      }
    }
  }

  /** Whole batches first: then steps are as wide as the batch of the step makes them. */
  @Test
  void widthsFollowTheBatch() {
    Schedule size = new Piecewise(Vector.of(100, 1), Vector.of(0, 2));
    Experiment e =
        on(
            new DoubleWell(0.25, 1),
            new Minibatch(new Gaussian(3), size, 100),
            new PytorchMomentum(c(0.1), c(0.5)),
            5,
            0.7);
    assertThat(OneStepSmoothing.width(e, 1).orElseThrow()).isZero();
    assertThat(OneStepSmoothing.width(e, 2).orElseThrow()).isCloseTo(0.3, within(1e-15));
    Map<String, Reading> r = readings(e, new AtSteps(Vector.of(2, 3)), 256);
    assertThat(r.get("smoothing-gap.1@2").value()).isCloseTo(0, within(1e-15));
    assertThat(r.get("smoothing-gap.1@2").stdError()).isLessThan(1e-15);
    assertThat(r.get("smoothing-gap.1@3").stdError()).isBetween(1e-4, 1e-1);
  }

  /** The mean of an exponential is finite up to a width of sqrt(1/2), here eta times the scale. */
  @Test
  void widthsAreThoseOfTheMeasuredSteps() {
    OneStepSmoothing last = new OneStepSmoothing(new AtHorizon());
    Objective f = new MuellerBrown(0.001);
    Noise noise = new Gaussian(1);
    assertThat(last.problem(on(f, noise, new Sgd(c(0.8)), 9, 0, 0)).orElse(""))
        .startsWith("delta must be smaller");
    assertThat(last.problem(on(f, new Gaussian(0.1), new Sgd(c(0.8)), 9, 0, 0))).isEmpty();
    Schedule falling = new Piecewise(Vector.of(0.8, 0.1), Vector.of(0, 5));
    assertThat(last.problem(on(f, noise, new Sgd(falling), 9, 0, 0))).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    OneStepSmoothing measure = new OneStepSmoothing(new AtHorizon());
    Objective f = new Rastrigin(2, 10);
    assertThat(
            measure.problem(on(f, new Gaussian(1), new EulerMaruyama(c(0.1)), 9, 0, 0)).orElse(""))
        .startsWith("one-step-smoothing needs a dynamics with a search direction");
    assertThat(measure.problem(on(f, new Rademacher(1), new Sgd(c(0.1)), 9, 0, 0)))
        .hasValue("the noise must be normal and alike in all coordinates");
    assertThat(
            measure.problem(on(f, new DiagonalGaussian(Vector.of(1, 2)), new Sgd(c(0.1)), 9, 0, 0)))
        .hasValue("the noise must be normal and alike in all coordinates");
    assertThat(
            measure.problem(
                on(new Rosenbrock(2, 1, 100), new Gaussian(1), new Sgd(c(0.1)), 9, 0, 0)))
        .hasValue("the objective must know its normal smoothing in closed form");
  }
}
