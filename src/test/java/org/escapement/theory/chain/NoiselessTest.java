package org.escapement.theory.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.data.GaussianSignal;
import org.escapement.domain.AwayFromSolution;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitSummary;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.theory.Predicted;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descent along the exact gradient against the engine. */
@Tag("digits")
class NoiselessTest {

  private static Experiment experiment(double momentum, int batch, long horizon) {
    return new Experiment(
        new PhaseRetrieval(new GaussianSignal(200, 10, 1), batch, "without-replacement"),
        new NoNoise(),
        new HeavyBall(new Constant(5e-4), new Constant(momentum)),
        Vector.of(0.01).padded(10),
        new AwayFromSolution(0.1),
        horizon,
        1e6);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "0.9"})
  void isWhatEveryTrajectoryOfTheFullBatchDoes(double momentum) {
    Experiment experiment = experiment(momentum, 200, 100_000);
    ExitSummary summary =
        Simulation.run(
                experiment, new RandomKey(1, 2), ExitTimes.summaryOnly(), new Chunk(0, 0, 3), 2)
            .summary();
    assertThat(summary.exited()).isEqualTo(3);
    double mean = summary.exits().steps().doubleValue() / 3;
    List<Predicted> predicted =
        List.of(new Predicted("mean_step", mean), new Predicted("mean_time", mean * 5e-4));
    assertThat(new Deterministic().of(experiment)).isEqualTo(predicted);
    assertThat(new Noiseless().of(experiment)).isEmpty();
    Experiment sampled = experiment(momentum, 1, 100_000);
    assertThat(new Deterministic().of(sampled)).isEmpty();
    assertThat(new Noiseless().of(sampled)).isEqualTo(predicted);
  }

  @ParameterizedTest
  @CsvSource({"0", "0.9"})
  void whatDoesNotLeaveHasNoStep(double momentum) {
    assertThat(new Noiseless().of(experiment(momentum, 1, 50))).isEmpty();
  }
}
