package org.escapement.theory.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.escapement.data.Csv;
import org.escapement.data.DataFile;
import org.escapement.data.DataSet;
import org.escapement.data.Files;
import org.escapement.data.Loaded;
import org.escapement.data.LocalFiles;
import org.escapement.data.Standardised;
import org.escapement.data.Subset;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.simulate.Experiment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real data have pixels that never change, and fewer rows than coordinates. */
class SingularDataTest {
  private static final double STEP_SIZE = 0.02;
  private static final double MOMENTUM = 0.5;
  private static final int STEPS = 40;

  /** Against the iteration itself. */
  @ParameterizedTest
  @ValueSource(ints = {40, 300})
  void wholeBatchesDescendAsTheIterationDoes(int rows) {
    Files files = new LocalFiles();
    Path digits = Path.of(System.getProperty("project.basedir", "."), "data", "digits.csv.gz");
    DataFile file = DataFile.found(digits.toString(), files);
    DataSet data =
        new Standardised(
            new Subset(new Csv(file, ",", false, "last"), rows, "by-class", 0), "global", true);
    Loaded.load(data, files);
    LeastSquares objective = new LeastSquares(data, rows, "without-replacement");
    Experiment experiment =
        new Experiment(
            objective,
            new NoNoise(),
            new HeavyBall(new Constant(STEP_SIZE), new Constant(MOMENTUM)),
            Vector.zero(64),
            new WholeSpace(),
            STEPS,
            Double.POSITIVE_INFINITY);
    double predicted = ErrorPath.of(experiment, STEPS).orElseThrow().at(STEPS).loss().mean();
    assertThat(predicted).isCloseTo(iterated(objective), within(1e-11));
  }

  private static double iterated(LeastSquares objective) {
    double[][] w = new double[64][1];
    double[][] gradient = new double[64][1];
    double[] v = new double[64];
    for (int step = 0; step < STEPS; step++) {
      objective.gradient(w, 1, gradient);
      for (int k = 0; k < 64; k++) {
        v[k] = MOMENTUM * v[k] - STEP_SIZE * gradient[k][0];
        w[k][0] += v[k];
      }
    }
    double[] loss = new double[1];
    objective.value(w, 1, loss);
    return loss[0];
  }
}
