package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Signs;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.LogisticRegression;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class OfObjectiveTest {
  private static final Signs ROWS = new Signs(new GaussianSignal(40, 2, 3));
  private static final Signs OTHERS = new Signs(new GaussianSignal(16, 2, 9));

  private static Experiment experiment(Objective objective, Vector start) {
    return new Experiment(
        objective,
        new NoNoise(),
        new Sgd(new Constant(0.25)),
        start,
        new WholeSpace(),
        1,
        Double.POSITIVE_INFINITY);
  }

  private static List<Reading> readings(Experiment e, String... words) {
    List<Measure<?>> measures = List.of(new Moments(List.of(words), new AtHorizon()));
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    Findings found =
        Simulation.run(e, RandomKey.of(1, "values"), all, new Chunk(0, 0, 3)).summary();
    return Measurement.readings(measures, found, e);
  }

  /** One step of 1/4 from (4, 2) with curvatures 1 and 2 leads to (3, 1): gradient (3, 2). */
  @Test
  void lengthOfTheGradient() {
    Experiment e = experiment(new Quadratic(Vector.of(1, 2)), Vector.of(4, 2));
    Reading reading = readings(e, "gradient-norm").get(0);
    assertThat(reading.name()).isEqualTo("gradient-norm");
    assertThat(reading.value()).isEqualTo(Math.sqrt(13));
    assertThat(reading.trajectories()).isEqualTo(3);
  }

  @Test
  void accuracyAndTestAreThoseOfTheObjective() {
    LogisticRegression f = new LogisticRegression(ROWS, 40, "reshuffling", 0.1, OTHERS);
    Experiment e = experiment(f, Vector.of(0.5, -0.25));
    List<Reading> readings = readings(e, "mean", "accuracy", "test-loss", "test-accuracy");
    double[][] w = {{readings.get(0).value()}, {readings.get(1).value()}};
    double[] expected = new double[1];
    f.accuracy(w, 1, expected);
    assertThat(readings.get(2).value()).isCloseTo(expected[0], within(1e-15));
    LogisticRegression test = f.unseen().orElseThrow();
    test.value(w, 1, expected);
    assertThat(readings.get(3).value()).isCloseTo(expected[0], within(1e-14));
    test.accuracy(w, 1, expected);
    assertThat(readings.get(4).value()).isCloseTo(expected[0], within(1e-15));
    assertThat(readings.get(4).quantity()).isEqualTo("test-accuracy");
  }

  @Test
  void refusesWhatTheObjectiveDoesNotKnow() {
    Moments accuracy = new Moments(List.of("accuracy"), new AtHorizon());
    Moments test = new Moments(List.of("test-loss"), new AtHorizon());
    Experiment well = experiment(new DoubleWell(1, 1), Vector.of(0.5));
    assertThat(accuracy.problem(well))
        .contains("accuracy needs an objective that predicts classes, such as logistic-regression");
    Experiment untested =
        experiment(new LogisticRegression(ROWS, 1, "reshuffling", 0), Vector.of(0, 0));
    assertThat(accuracy.problem(untested)).isEmpty();
    assertThat(test.problem(untested)).contains("test-loss needs an objective with test data");
    assertThat(new Difference("sgd", List.of("test-loss"), new AtHorizon(), 4).problem(untested))
        .contains("test-loss needs an objective with test data");
  }
}
