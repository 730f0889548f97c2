package org.escapement.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Moments;
import org.escapement.model.AfterSteps;
import org.escapement.model.Domain;
import org.escapement.model.Monitoring;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.monitoring.Every;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;

/** What is exact of the first exit is silent where exits are seen late. */
class LateExitsTest {

  private static Set<Kind> kinds(Domain domain, Monitoring looks) {
    Experiment e =
        new Experiment(
            new Quadratic(Vector.of(1)),
            new Gaussian(1),
            new Sgd(new Constant(0.1)),
            new StartAt(Vector.of(0)),
            domain,
            1 << 20,
            Double.POSITIVE_INFINITY,
            looks);
    Moments loss = new Moments(List.of("loss"), new AtHorizon());
    Cell cell = new Cell(0, "k", List.of(), e, List.of(loss), RandomKey.of(1, "k"));
    return PredictionEntries.all().stream()
        .filter(Prediction::isMeasurable)
        .filter(prediction -> !PredictionEntries.of(prediction, cell).isEmpty())
        .map(Prediction::kind)
        .collect(Collectors.toSet());
  }

  @Test
  void onlyLimitsAreLeft() {
    Domain interval = new Interval(-0.3, 0.3);
    assertThat(kinds(interval, new AfterSteps())).contains(Kind.EXACT, Kind.ASYMPTOTIC);
    assertThat(kinds(interval, new Every(1))).contains(Kind.ASYMPTOTIC);
    assertThat(kinds(interval, new Every(5))).containsExactly(Kind.ASYMPTOTIC);
    assertThat(kinds(new WholeSpace(), new Every(5)))
        .isEqualTo(kinds(new WholeSpace(), new AfterSteps()))
        .contains(Kind.EXACT);
  }
}
