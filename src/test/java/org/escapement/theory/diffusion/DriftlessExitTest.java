package org.escapement.theory.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.escapement.domain.Ball;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Monitoring;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.monitoring.Bridge;
import org.escapement.noise.Gaussian;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brownian motion: E tau = (r^2 - |x|^2)/(d sigma^2), and later when watched at steps. */
@Tag("digits")
class DriftlessExitTest {

  private static double meanTime(
      double sigma, Vector start, Domain domain, double step, Monitoring looks) {
    Experiment experiment =
        new Experiment(
            new IsotropicQuadratic(0, start.size()),
            new Gaussian(sigma),
            new EulerMaruyama(new Constant(step)),
            new StartAt(start),
            domain,
            1L << 40,
            Double.POSITIVE_INFINITY,
            looks);
    return new DriftlessExit()
        .of(experiment).stream()
            .filter(predicted -> predicted.quantity().equals("mean_time"))
            .mapToDouble(Predicted::value)
            .findAny()
            .orElseThrow();
  }

  @Test
  void brownianMotion() {
    Domain interval = new Interval(-1, 2);
    assertThat(meanTime(1, Vector.of(0.5), interval, 0.01, new Bridge()))
        .isCloseTo(1.5 * 1.5, within(1e-12));
    assertThat(meanTime(0.5, Vector.of(1), interval, 0.01, new Bridge()))
        .isCloseTo(2 / 0.25, within(1e-12));
    Domain ball = new Ball(Vector.zero(3), 2);
    assertThat(meanTime(1, Vector.of(0, 1, 0), ball, 0.01, new Bridge()))
        .isCloseTo((4 - 1) / 3.0, within(1e-12));
  }

  // (1 + b)^2 + step/4 with b = 0.5825971579 sqrt(step).
  @ParameterizedTest
  @CsvSource({"0.1, 1.4274087", "0.01, 1.1224136", "0.0025, 1.0597333"})
  void brownianMotionWatchedAtSteps(double step, double time) {
    assertThat(meanTime(1, Vector.of(0), new Interval(-1, 1), step, new AfterSteps()))
        .isCloseTo(time, within(5.1e-8));
  }
}
