package org.escapement.theory.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.data.Isotropic;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Findings;
import org.escapement.measure.Measure;
import org.escapement.measure.Measurement;
import org.escapement.measure.Moments;
import org.escapement.measure.NoiseTailIndex;
import org.escapement.measure.Reading;
import org.escapement.measure.TailIndex;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.LinearRegression;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.theory.Predicted;
import org.escapement.theory.stable.StableNoise;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Linear regression: predictions beside what is measured. */
@Tag("digits")
class RegressionMomentsTest {

  private static Experiment experiment(
      Objective objective, Noise noise, Vector start, double eta, long horizon) {
    return new Experiment(
        objective,
        noise,
        new Sgd(new Constant(eta)),
        start,
        new WholeSpace(),
        horizon,
        Double.POSITIVE_INFINITY);
  }

  private static Map<String, Reading> measured(
      Experiment e, List<Measure<?>> measures, int trajectories) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    Chunk chunk = new Chunk(0, 0, trajectories);
    Findings found = Simulation.run(e, new RandomKey(3, 20260122), all, chunk).summary();
    Map<String, Reading> readings = new HashMap<>();
    Measurement.readings(measures, found, e).forEach(r -> readings.put(r.name() + r.step(), r));
    return readings;
  }

  /** Every number that is predicted, within five standard errors: false alarm 6e-7 each. */
  @Test
  void momentsAtEveryStep() {
    Experiment e =
        experiment(
            new LinearRegression(new Isotropic(2, 1.6900000000000002), 3, 0.6, 1, 0),
            new NoNoise(),
            Vector.of(1.5, -0.5),
            0.1,
            40);
    List<Measure<?>> measures =
        List.of(
            new Moments(
                List.of("loss", "norm", "mean", "second"), new AtSteps(Vector.of(1, 2, 5, 40))));
    List<Predicted> predicted = RegressionMoments.trusted().of(e, measures);
    Map<String, Reading> readings = measured(e, measures, 40_000);
    assertThat(predicted).hasSize(24);
    for (Predicted p : predicted) {
      Reading r = readings.get(p.quantity() + p.step());
      assertThat(r.value()).as(r.name()).isCloseTo(p.value(), within(5 * r.stdError()));
    }
    assertThat(RegressionMoments.heavy().of(e, measures)).isEmpty();
  }

  /** E x^2 = eta/(2 - 3 eta) = 0.272727 at eta = 0.3, where the index is 5.3. */
  @Test
  void meanSquareUnderHeavyTails() {
    Experiment e =
        experiment(
            new LinearRegression(new Isotropic(1, 1), 1, 1, 1, 0),
            new NoNoise(),
            Vector.of(0),
            0.3,
            100);
    List<Measure<?>> measures = List.of(new Moments(List.of("second"), new AtHorizon()));
    List<Predicted> predicted = RegressionMoments.heavy().of(e, measures);
    assertThat(predicted).hasSize(1);
    assertThat(predicted.get(0).value()).isCloseTo(0.3 / 1.1, within(1e-12));
    Reading reading = measured(e, measures, 100_000).get("second.1.1100");
    assertThat(reading.value()).isCloseTo(0.3 / 1.1, within(5 * reading.stdError()));
    assertThat(reading.stdError()).isLessThan(0.02 * 0.3 / 1.1);
    assertThat(RegressionMoments.trusted().of(e, measures)).isEmpty();
  }

  @Test
  void indicesStandBesideTheirMeasures() {
    List<Measure<?>> both = List.of(new TailIndex(100), new NoiseTailIndex(10));
    Experiment stationary =
        experiment(
            new LinearRegression(new Isotropic(1, 4), 1, 1, 1, 0),
            new NoNoise(),
            Vector.of(0),
            0.1666666667,
            9);
    assertThat(new KestenTail().of(stationary, both)).hasSize(1);
    Predicted index = new KestenTail().of(stationary, both).get(0);
    assertThat(index.quantity()).isEqualTo("tail-index");
    assertThat(index.step()).isEqualTo(9);
    assertThat(index.value()).isCloseTo(2, within(1e-6));
    assertThat(new KestenTail().of(stationary, List.of())).isEmpty();
    Experiment unlabelled =
        experiment(
            new LinearRegression(new Isotropic(1, 4), 1, 0, 1, 0),
            new NoNoise(),
            Vector.of(1),
            0.1,
            9);
    assertThat(new KestenTail().of(unlabelled, both)).isEmpty();
    Experiment stable =
        experiment(new IsotropicQuadratic(1, 1), new Stable(1.4, 2), Vector.of(0), 0.1, 9);
    assertThat(new StableNoise().of(stable, both))
        .containsExactly(new Predicted("noise-tail-index", 9, 1.4));
    assertThat(new StableNoise().of(stationary, both)).isEmpty();
  }
}
