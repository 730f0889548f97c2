package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.Function;
import java.util.stream.Stream;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.Quadratic;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Without noise each dynamics converges to its differential equation at its order: halving the step
 * size divides the error at time 2 by 2^order.
 */
class ConvergenceTest {
  private static final Objective SPRING = new Quadratic(Vector.of(1));
  private static final double TIME = 2;

  /** Dynamics by step size, position at time 2 from x = 1 at rest, order. */
  static Stream<Arguments> orders() {
    double decay = Math.exp(-TIME);
    double swing = Math.cos(TIME);
    // x' = -f'/(1 - beta) for the heavy ball, in which time runs 1/(1 - 0.5) times as fast.
    double fast = Math.exp(-2 * TIME);
    // x'' = -1.2 x' - x: underdamped with frequency 0.8.
    double damped = Math.exp(-0.6 * TIME) * (Math.cos(0.8 * TIME) + 0.75 * Math.sin(0.8 * TIME));
    return Stream.of(
        order("sgd", Sgd::new, decay, 1),
        order("euler-maruyama", EulerMaruyama::new, decay, 1),
        order("heavy-ball", h -> new HeavyBall(h, new Constant(0.5)), fast, 1),
        order("nesterov", h -> new Nesterov(h, new Constant(0.5)), fast, 1),
        order("normalised", h -> new NormalisedHeavyBall(h, new Constant(0.5)), decay, 1),
        order("langevin-euler", h -> new LangevinEuler(h, 0, 0), swing, 1),
        order("langevin-euler with friction", h -> new LangevinEuler(h, 1.2, 0), damped, 1),
        order("langevin-baoab", h -> new LangevinBaoab(h, 0, 0), swing, 2),
        order("langevin-baoab with friction", h -> new LangevinBaoab(h, 1.2, 0), damped, 2));
  }

  private static Arguments order(
      String name, Function<Schedule, Dynamics> dynamics, double exact, int order) {
    return Arguments.of(name, dynamics, exact, order);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void errorFallsWithItsPower(
      String name, Function<Schedule, Dynamics> dynamics, double exact, int order) {
    double coarse = error(dynamics, 500, exact);
    double fine = error(dynamics, 1000, exact);
    assertThat(coarse / fine).as(name).isCloseTo(1 << order, within(0.03));
    assertThat(Math.abs(fine)).isLessThan(0.01);
  }

  private static double error(Function<Schedule, Dynamics> dynamics, int steps, double exact) {
    Dynamics stepped = dynamics.apply(new Constant(TIME / steps));
    double[][] path = Paths.of(stepped, SPRING, new NoNoise(), Vector.of(1), steps, 0);
    return path[steps][0] - exact;
  }
}
