package org.escapement.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.escapement.data.Csv;
import org.escapement.data.DataFile;
import org.escapement.data.DataSet;
import org.escapement.data.Loaded;
import org.escapement.data.LocalFiles;
import org.escapement.data.NoData;
import org.escapement.data.Standardised;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.measure.AtHorizon;
import org.escapement.measure.Means;
import org.escapement.measure.Moments;
import org.escapement.model.AfterSteps;
import org.escapement.noise.NoNoise;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.start.InitialWeights;
import org.junit.jupiter.api.Test;

/** Training on the digits that ship, many times. */
class DigitsNetworkTest {
  private static final int RUNS = 64;

  /**
   * 400 runs of src/test/python/digits_network.py, in NumPy with other random numbers: loss 0.07511
   * with standard error 0.00050, accuracy 0.98004 with 0.00025; single runs deviate by 0.00999 and
   * 0.00500. Five standard errors of the difference fail by chance with probability 6e-7 each.
   */
  @Test
  void reachesWhatNumPyReaches() {
    String file =
        Path.of(System.getProperty("project.basedir", "."), "data", "digits.csv.gz").toString();
    DataSet digits =
        new Standardised(
            new Csv(DataFile.found(file, new LocalFiles()), ",", false, "last"), "global", false);
    Loaded.load(digits, new LocalFiles());
    Experiment experiment =
        new Experiment(
            new Network(
                digits,
                List.of(20),
                "relu",
                "cross-entropy",
                0,
                new Constant(32),
                "without-replacement",
                new NoData()),
            new NoNoise(),
            new HeavyBall(new Constant(0.05), new Constant(0.8)),
            new InitialWeights(1),
            new WholeSpace(),
            300,
            Double.POSITIVE_INFINITY,
            new AfterSteps());
    Means means =
        Simulation.run(
                experiment,
                new RandomKey(1, 2),
                new Moments(List.of("loss", "accuracy"), new AtHorizon()),
                new Chunk(0, 0, RUNS))
            .summary();
    assertThat(means.mean(0))
        .isCloseTo(0.07511, within(5 * Math.hypot(0.00050, 0.00999 / Math.sqrt(RUNS))));
    assertThat(means.mean(1))
        .isCloseTo(0.98004, within(5 * Math.hypot(0.00025, 0.00500 / Math.sqrt(RUNS))));
  }
}
