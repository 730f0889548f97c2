package org.escapement.rare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Measurement;
import org.escapement.measure.Reading;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.theory.Predicted;
import org.escapement.theory.chain.ExactQuasiStationary;
import org.escapement.theory.chain.NextExit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class HazardTest {
  private static final RandomKey KEY = RandomKey.of(11, "hazard");
  private static final Hazard HAZARD = new Hazard(100);
  private static final Dynamics EULER = new EulerMaruyama(new Constant(0.1));
  private static final Domain BOTH_SIDES = new Interval(-1, 1);

  private static Experiment bowl(Noise noise, Dynamics dynamics, Domain domain, long horizon) {
    Objective f = new IsotropicQuadratic(1, 1);
    return new Experiment(f, noise, dynamics, Vector.of(0), domain, horizon, 1e15);
  }

  private static Map<String, Reading> measured(Experiment e, int trajectories) {
    assertThat(HAZARD.problem(e)).isEmpty();
    Measurement all = new Measurement(ExitTimes.summaryOnly(), List.of(HAZARD));
    Map<String, Reading> readings = new HashMap<>();
    Measurement.readings(
            List.of(HAZARD),
            Simulation.run(e, KEY, all, new Chunk(0, 0, trajectories)).summary(),
            e)
        .forEach(r -> readings.put(r.name(), r));
    return readings;
  }

  private static Map<String, Double> predicted(Experiment e) {
    Map<String, Double> values = new HashMap<>();
    for (Predicted p : new ExactQuasiStationary().of(e, List.of(HAZARD))) {
      values.put(p.quantity(), p.value());
    }
    return values;
  }

  /** Five standard errors: false alarm 6e-7 each. */
  private static void assertAgrees(Map<String, Reading> measured, Map<String, Double> exact) {
    for (String name : List.of("hazard", "quasi_mean_step")) {
      Reading reading = measured.get(name);
      assertThat(reading.value()).isCloseTo(exact.get(name), within(5 * reading.stdError()));
    }
  }

  /** The exact mean 4790.394 is known independently, to 2e-5. */
  @Test
  void heavyTails() {
    Experiment e = bowl(new Stable(1.5, 0.03), EULER, BOTH_SIDES, 1100);
    Map<String, Reading> measured = measured(e, 2000);
    Map<String, Double> exact = predicted(e);
    assertThat(exact.get("quasi_mean_step")).isCloseTo(4790.394, within(0.1));
    assertAgrees(measured, exact);
    assertThat(measured.get("quasi_mean_step").stdError()).isLessThan(1.0);
    Reading plain = measured.get("exit_rate");
    assertThat(plain.value()).isCloseTo(exact.get("hazard"), within(5 * plain.stdError()));
    assertThat(measured.get("hazard_gain").value()).isBetween(1e5, 3e5);
    assertThat(measured.get("hazard").trajectories()).isEqualTo(2000);
  }

  /** A million steps are needed for one exit, and 80000 are made. */
  @Test
  void exitsThatAreNeverSeen() {
    Experiment e = bowl(new Stable(1.5, 8.6e-4), EULER, BOTH_SIDES, 500);
    Map<String, Reading> measured = measured(e, 200);
    assertAgrees(measured, predicted(e));
    assertThat(measured.get("exit_rate").value()).isZero();
    assertThat(measured.get("quasi_mean_step").stdError()).isLessThan(1000.0);
  }

  @Test
  void normalNoiseOnAHalfLine() {
    Experiment e =
        new Experiment(
            new DoubleWell(0.25, 1),
            new Gaussian(1),
            new Sgd(new Constant(0.15)),
            Vector.of(-1),
            new HalfSpace(Vector.of(-1), 0),
            2000,
            1e15);
    Map<String, Reading> measured = measured(e, 3000);
    assertAgrees(measured, predicted(e));
    assertThat(measured.get("hazard_gain").value()).isBetween(1.0, 10.0);
  }

  @Test
  void neitherLanesNorChunksMatter() throws IOException {
    Experiment e = bowl(new Stable(1.2, 0.3), EULER, BOTH_SIDES, 300);
    HazardSummary whole = Simulation.run(e, KEY, HAZARD, new Chunk(0, 0, 500)).summary();
    HazardSummary one = Simulation.run(e, KEY, HAZARD, new Chunk(0, 0, 123), 7).summary();
    HazardSummary rest = Simulation.run(e, KEY, HAZARD, new Chunk(1, 123, 377), 64).summary();
    assertThat(rest.merge(one)).isEqualTo(whole).hasSameHashCodeAs(whole);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    assertThat(HAZARD.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(whole);
  }

  @Test
  void tableIsExact() {
    for (Noise noise : new Noise[] {new Stable(1.5, 0.03), new Gaussian(0.3)}) {
      Experiment e = bowl(noise, EULER, BOTH_SIDES, 1000);
      NextExit next = NextExit.of(e).orElseThrow();
      HazardTable table = HazardTable.of(next);
      double[] out = new double[1];
      for (double x = -0.9999; x < 1; x += 0.0137) {
        table.values(new double[] {x}, 1, out);
        double exact = next.probability().applyAsDouble(x);
        assertThat(out[0] / exact).isCloseTo(1, within(1e-9));
      }
    }
  }

  @Test
  void whereItCannotBeMeasured() {
    Dynamics ball = new HeavyBall(new Constant(0.1), new Constant(0.5));
    assertThat(HAZARD.problem(bowl(new Gaussian(1), ball, BOTH_SIDES, 1000))).isPresent();
    assertThat(HAZARD.problem(bowl(new Rademacher(1), EULER, BOTH_SIDES, 1000))).isPresent();
    assertThat(HAZARD.problem(bowl(new Gaussian(1), EULER, BOTH_SIDES, 100)))
        .hasValue("the burn-in must be shorter than the horizon, 100 steps");
    assertThatThrownBy(() -> new Hazard(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("burn-in must be a whole number, got 1.5");
  }
}
