package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Companions;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Stable;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class DifferenceTest {
  private static final RandomKey KEY = RandomKey.of(5, "difference");

  private static Experiment experiment(
      Objective objective, Noise noise, Dynamics dynamics, Vector start, Domain domain, int steps) {
    return new Experiment(
        objective, noise, dynamics, start, domain, steps, Double.POSITIVE_INFINITY);
  }

  private static Findings run(Experiment e, List<Measure<?>> measures, Chunk chunk, int lanes) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    return Simulation.run(e, KEY, all, chunk, lanes).summary();
  }

  private static Measure<?> to(String word, When at) {
    return new Difference(word, List.of("loss"), at, 4);
  }

  /**
   * Quadratic of curvatures (1, .5, .25) with noise of those standard deviations, from (2, 2, 2), T
   * = 2, eta = .1: the differences of the closed forms are 1.463e-2 and -2.082e-3. Six standard
   * errors: false alarm 2e-9.
   */
  @Test
  void knowsTheWeakErrorFarBetterThanTwoRuns() {
    Vector lambda = Vector.of(1, 0.5, 0.25);
    Experiment e =
        experiment(
            new Quadratic(lambda),
            new DiagonalGaussian(lambda),
            new Sgd(new Constant(0.1)),
            Vector.of(2, 2, 2),
            new WholeSpace(),
            20);
    List<Measure<?>> measures = new ArrayList<>();
    List.of("sgd-equation-1", "sgd-equation-2", "hessian-aware")
        .forEach(word -> measures.add(to(word, new AtHorizon())));
    List<Reading> readings =
        Measurement.readings(measures, run(e, measures, new Chunk(0, 0, 4000), 256), e);
    assertThat(readings)
        .extracting(Reading::name)
        .startsWith(
            "difference.sgd-equation-1.loss",
            "uncoupled.sgd-equation-1.loss",
            "sgd-equation-1.loss");
    double[] expected = {1.463e-2, -2.082e-3};
    for (int k = 0; k < 2; k++) {
      Reading coupled = readings.get(3 * k);
      Reading uncoupled = readings.get(3 * k + 1);
      assertThat(coupled.value()).isCloseTo(expected[k], within(6 * coupled.stdError()));
      assertThat(coupled.trajectories()).isEqualTo(4000);
      assertThat(uncoupled.value()).isEqualTo(coupled.value());
      assertThat(uncoupled.stdError()).isGreaterThan(10 * coupled.stdError());
    }
    assertThat(readings.get(6).value()).isCloseTo(0, within(1e-15));
    assertThat(readings.get(6).stdError()).isLessThan(1e-16);
  }

  /** Also where trajectories end before the others, which moves them to other lanes. */
  @Test
  void neitherLanesNorChunksMatter() {
    Experiment e =
        experiment(
            new DoubleWell(0.25, 1),
            new Gaussian(1),
            new Sgd(new Constant(0.1)),
            Vector.of(0.5),
            new Interval(-0.2, 1.4),
            50);
    List<Measure<?>> measures = List.of(to("sgd-equation-2", new EvenlySpaced(7)));
    Findings whole = run(e, measures, new Chunk(0, 0, 700), 256);
    Findings first = run(e, measures, new Chunk(0, 0, 123), 7);
    Findings rest = run(e, measures, new Chunk(1, 123, 577), 64);
    assertThat(rest.merge(first)).isEqualTo(whole);
    Means means = (Means) whole.others().get(0);
    assertThat(means.count(0)).isEqualTo(700);
    assertThat(means.count(means.rows() - 1)).isBetween(50L, 650L);
  }

  /** The companion does what it does alone. */
  @Test
  void theCompanionIsThatDynamics() {
    Experiment e =
        experiment(
            new DoubleWell(0.25, 1),
            new Gaussian(1),
            new Sgd(new Constant(0.1)),
            Vector.of(0.5),
            new WholeSpace(),
            10);
    Experiment alone =
        experiment(
            new DoubleWell(0.25, 1),
            new Gaussian(1),
            new SgdEquation2(new Constant(0.1), 4),
            Vector.of(0.5),
            new WholeSpace(),
            10);
    Chunk chunk = new Chunk(0, 0, 300);
    List<Measure<?>> moments = List.of(new Moments(List.of("loss"), new AtHorizon()));
    List<Measure<?>> difference = List.of(to("sgd-equation-2", new AtHorizon()));
    Reading beside = Measurement.readings(difference, run(e, difference, chunk, 64), e).get(2);
    Reading own = Measurement.readings(moments, run(alone, moments, chunk, 64), alone).get(0);
    assertThat(beside.value()).isEqualTo(own.value());
    assertThat(beside.stdError()).isEqualTo(own.stdError());
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> to("sgd-equation-3", new AtHorizon()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("to must be one of [sgd, ")
        .hasMessageContaining("got sgd-equation-3");
    Experiment heavyTails =
        experiment(
            new DoubleWell(0.25, 1),
            new Stable(1.5, 1),
            new Sgd(new Constant(0.1)),
            Vector.of(0.5),
            new WholeSpace(),
            10);
    assertThat(to("sgd-equation-1", new AtHorizon()).problem(heavyTails).orElseThrow())
        .contains("which must be finite");
    assertThat(to("heavy-ball-equation-1", new AtHorizon()).problem(heavyTails).orElseThrow())
        .contains("needs a momentum");
    assertThat(to("sgd", new AtHorizon()).problem(heavyTails)).isEmpty();
  }

  @Test
  void companionsTakeTheirParameters() {
    Constant eta = new Constant(0.1);
    Constant beta = new Constant(0.8);
    for (String word : Companions.words()) {
      Dynamics companion = Companions.of(word, new HeavyBall(eta, beta), 4);
      assertThat(companion.stepSize()).isEqualTo(eta);
      assertThat(
              Companions.of(
                  word, companion.stateDimension(1) == 2 ? companion : new HeavyBall(eta, beta), 4))
          .isEqualTo(companion);
    }
  }
}
