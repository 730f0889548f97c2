package org.escapement.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.domain.Interval;
import org.escapement.domain.LevelSet;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Monitoring;
import org.escapement.model.Noise;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Rademacher;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.junit.jupiter.api.Test;

/** What has no time between its steps, or no law that is known there. */
class RefusedMonitoringTest {
  private static final Dynamics EULER = new EulerMaruyama(new Constant(0.1));
  private static final Domain LINE = new Interval(-1, 1);

  private static List<String> problems(
      Noise noise, Dynamics dynamics, Domain domain, Monitoring looks) {
    return new Experiment(
            new IsotropicQuadratic(1, 1),
            noise,
            dynamics,
            new StartAt(Vector.zero(1)),
            domain,
            100,
            Double.POSITIVE_INFINITY,
            looks)
        .problems();
  }

  @Test
  void stepsThatAreThemselvesTheProcess() {
    assertThat(problems(new Gaussian(1), new Sgd(new Constant(0.1)), LINE, new Shifted()))
        .containsExactly(
            "monitoring: shifted is for euler-maruyama with a constant step-size: elsewhere nothing"
                + " happens between two steps");
    assertThat(
            problems(
                new Gaussian(1), new EulerMaruyama(new Polynomial(0.1, 5, 1)), LINE, new Bridge()))
        .hasSize(1);
  }

  @Test
  void lawsWithoutProcess() {
    assertThat(problems(new Rademacher(1), EULER, LINE, new Shifted()))
        .containsExactly("monitoring: shifted is for gaussian and stable noise");
    assertThat(problems(new Stable(1.5, 1), EULER, LINE, new Bridge()))
        .containsExactly("monitoring: bridge is for gaussian noise alone");
    assertThat(problems(new Stable(1, 1), EULER, LINE, new Shifted()))
        .containsExactly("monitoring: alpha must be in (1, 2], got 1.0");
    Noise both = new SumOfNoises(List.of(new Gaussian(1), new Stable(1.5, 0.1)));
    assertThat(problems(both, EULER, LINE, new Shifted())).isEmpty();
    assertThat(problems(both, EULER, LINE, new Bridge())).hasSize(1);
    assertThat(problems(new Stable(2, 1), EULER, LINE, new Bridge())).isEmpty();
  }

  @Test
  void boundariesWithoutDistance() {
    assertThat(problems(new Gaussian(1), EULER, new LevelSet(1), new Shifted()))
        .containsExactly(
            "monitoring: shifted needs a domain whose margin is the distance to its boundary");
    assertThat(problems(new Gaussian(1), EULER, new LevelSet(1), new Bridge()))
        .containsExactly(
            "monitoring: bridge needs a domain with known sides: interval, half-space, ball, slab,"
                + " box, whole-space or an intersection of them");
  }
}
