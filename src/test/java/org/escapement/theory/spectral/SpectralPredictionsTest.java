package org.escapement.theory.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.data.DataSet;
import org.escapement.data.GaussianRows;
import org.escapement.data.Haar;
import org.escapement.data.ListedSpectrum;
import org.escapement.data.PowerLaw;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Findings;
import org.escapement.measure.Measure;
import org.escapement.measure.Measurement;
import org.escapement.measure.Moments;
import org.escapement.measure.Reading;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LinearRegression;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Predictions beside simulations. Five standard errors: false alarm 6e-7 for each number. */
@Tag("digits")
class SpectralPredictionsTest {
  /** 256 points, 40 frequencies, nu = kappa = 1.5; w_m = m^-0.5. */
  private static final Torus TORUS = new Torus(256, 40, 1.5, 1.5);

  private static final List<Measure<?>> LOSS = loss(10, 50, 100, 200, 400);

  private static List<Measure<?>> loss(double... steps) {
    return List.of(new Moments(List.of("loss"), new AtSteps(Vector.of(steps))));
  }

  private static Experiment experiment(
      Objective objective, double alpha, double beta, long horizon) {
    return new Experiment(
        objective,
        new NoNoise(),
        new HeavyBall(new Constant(alpha), new Constant(beta)),
        Vector.of(new double[objective.dimension()]),
        new WholeSpace(),
        horizon,
        Double.POSITIVE_INFINITY);
  }

  private static Experiment ofRows(DataSet data, int batch, String sampling, double a, double b) {
    return experiment(new LeastSquares(data, batch, sampling), a, b, 400);
  }

  private static Map<Long, Reading> measured(
      Experiment e, List<Measure<?>> measures, int trajectories) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    Chunk chunk = new Chunk(0, 0, trajectories);
    Findings found = Simulation.run(e, new RandomKey(3, 20260122), all, chunk).summary();
    Map<Long, Reading> readings = new HashMap<>();
    Measurement.readings(measures, found, e).forEach(r -> readings.put(r.step(), r));
    return readings;
  }

  private static void agrees(Experiment e, List<Measure<?>> measures, int trajectories) {
    agrees(e, measures, measured(e, measures, trajectories));
  }

  private static void agrees(Experiment e, List<Measure<?>> measures, Map<Long, Reading> readings) {
    List<Predicted> predicted = SpectralLoss.exact().of(e, measures);
    assertThat(predicted).hasSameSizeAs(readings.keySet());
    for (Predicted one : predicted) {
      assertThat(z(one, readings)).as("step " + one.step()).isBetween(-5.0, 5.0);
    }
  }

  private static double z(Predicted one, Map<Long, Reading> readings) {
    Reading reading = readings.get(one.step());
    return (reading.value() - one.value()) / reading.stdError();
  }

  private static Predicted at(long step, List<Predicted> predicted) {
    return predicted.stream().filter(p -> p.step() == step).findFirst().orElseThrow();
  }

  @Test
  void translationInvariantDataAndWhatIsNoPredictionForThem() {
    Experiment e = ofRows(TORUS, 16, "without-replacement", 0.5, 0.8);
    Map<Long, Reading> readings = measured(e, LOSS, 2500);
    agrees(e, LOSS, readings);

    // Another gamma: 11 % more at step 400.
    Experiment other = ofRows(TORUS, 16, "with-replacement", 0.5, 0.8);
    assertThat(z(at(400, SpectralLoss.exact().of(other, LOSS)), readings)).isLessThan(-5);
    // Another tau2: up to half as much again.
    SpectralProblem normal = SpectralExperiment.of(e).orElseThrow().problem(-1);
    double wrong = LossRecursion.loss(normal, new Step(0.5, 0.8), 50);
    assertThat(z(new Predicted("loss", 50, wrong), readings)).isLessThan(-5);
  }

  @Test
  void rowsDrawnWithReplacement() {
    agrees(ofRows(TORUS, 16, "with-replacement", 0.5, 0.8), LOSS, 1500);
  }

  @Test
  void epochsAreLessNoisyThanIndependentBatches() {
    Experiment epochs = ofRows(TORUS, 16, "reshuffling", 0.5, 0.8);
    assertThat(SpectralLoss.exact().of(epochs, LOSS)).isEmpty();
    assertThat(SpectralLoss.meanField().of(epochs, LOSS)).isEmpty();

    List<Predicted> independent =
        SpectralLoss.exact().of(ofRows(TORUS, 16, "without-replacement", 0.5, 0.8), LOSS);
    Map<Long, Reading> readings = measured(epochs, LOSS, 1200);
    assertThat(z(at(50, independent), readings)).isLessThan(-5);
    assertThat(z(at(400, independent), readings)).isLessThan(-5);
    // An independent program has 1.5e-7.
    assertThat(readings.get(400L).value()).isCloseTo(1.5e-7, within(0.2e-7));
  }

  @Test
  void streamOfNormalData() {
    Objective stream = new LinearRegression(new PowerLaw(30, 1.5, 1), 4, 0, 1, 1);
    agrees(experiment(stream, 0.5, -0.5, 200), loss(10, 50, 200), 800);
    agrees(experiment(stream, 0.3, 0.4, 200), loss(10, 50, 200), 800);
  }

  @Test
  void fullBatchesAreCertain() {
    List<Measure<?>> steps = loss(1, 2, 10, 50, 100, 200, 400);
    DataSet many = new GaussianRows(60, new PowerLaw(12, 1, 1), 1.5, 1, 0, 1);
    DataSet few = new GaussianRows(10, new PowerLaw(12, 1, 1), 1.5, 1, 0, 1);
    DataSet noisy = new GaussianRows(60, new PowerLaw(12, 1, 1), 1.5, 1, 0.3, 1);
    for (DataSet data : List.of(TORUS, many, few, noisy)) {
      int all = org.escapement.data.Loaded.rows(data).count();
      Experiment e = ofRows(data, all, "without-replacement", 0.4, 0.3);
      Map<Long, Reading> readings = measured(e, steps, 1);
      List<Predicted> predicted = SpectralLoss.noiseless().of(e, steps);
      assertThat(predicted).hasSizeGreaterThan(5);
      for (Predicted one : predicted) {
        assertThat(readings.get(one.step()).value())
            .isCloseTo(one.value(), within(1e-9 * one.value()));
      }
      assertThat(SpectralLoss.exact().of(e, steps)).isEmpty();
    }
  }

  @Test
  void lossesOfTheFirstStandardProblem() {
    Experiment e = ofRows(TORUS, 4, "without-replacement", 0.3, 0.5);
    Numbers.assertDigits(at(100, SpectralLoss.exact().of(e, LOSS)).value(), "0.006870677", "L");
    assertThat(SpectralLoss.heavy().of(e, LOSS)).isEmpty();
    assertThat(SpectralLoss.gaussian().of(e, LOSS)).isEmpty();
    // 0.8 of the critical step is 0.677.
    Experiment near = ofRows(TORUS, 4, "without-replacement", 0.68, 0.5);
    assertThat(SpectralLoss.exact().of(near, LOSS)).isEmpty();
    assertThat(SpectralLoss.heavy().of(near, LOSS)).hasSize(5);
  }

  @Test
  void otherDataLieNearOneOfTheApproximations() {
    DataSet rows = new GaussianRows(400, new PowerLaw(20, 1.5, 1), 1.5, 1, 0, 7);
    Experiment e = ofRows(rows, 4, "without-replacement", 0.3, 0);
    Map<Long, Reading> readings = measured(e, LOSS, 1000);
    double normal = at(50, SpectralLoss.gaussian().of(e, LOSS)).value();
    // Of 400 normal rows SE(1, -1) is right to a few percent, and SE(1, 1) is less.
    assertThat(readings.get(50L).value()).isCloseTo(normal, within(0.05 * normal));
    assertThat(at(50, SpectralLoss.meanField().of(e, LOSS)).value()).isLessThan(normal);
    assertThat(SpectralLoss.exact().of(e, LOSS)).isEmpty();
  }

  @Test
  void noPredictionWhereNoiseRemainsAtTheSolution() {
    DataSet noisy = new GaussianRows(60, new PowerLaw(12, 1, 1), 1.5, 1, 0.3, 1);
    Experiment e = ofRows(noisy, 4, "without-replacement", 0.1, 0);
    assertThat(SpectralLoss.meanField().of(e, LOSS)).isEmpty();
    Objective stream = new LinearRegression(new PowerLaw(30, 1.5, 1), 4, 1, 1, 1);
    assertThat(SpectralLoss.exact().of(experiment(stream, 0.1, 0, 400), LOSS)).isEmpty();
  }

  @Test
  void modesOfRowsAreThoseOfTheirDescription() {
    double[] lambda = {1, 0.5, 0.25, 0.1};
    Haar haar = new Haar(9, new ListedSpectrum(Vector.of(lambda)), 1.5, 1, 0);
    SpectralModes modes = Eigenmodes.of(haar).orElseThrow().from(Vector.of(new double[4]));
    double[] found = new double[4];
    double[] signal = new double[4];
    for (int k = 0; k < 4; k++) {
      found[k] = modes.eigenvalue(k);
      for (int l = 0; l < 4; l++) {
        signal[l] += Math.abs(lambda[l] - modes.eigenvalue(k)) < 1e-9 ? modes.signal(k) : 0;
      }
    }
    java.util.Arrays.sort(found);
    assertThat(found).containsExactly(new double[] {0.1, 0.25, 0.5, 1}, within(1e-12));
    for (int k = 0; k < 4; k++) {
      assertThat(signal[k]).isCloseTo(StrictMath.pow(k + 1, -2.5), within(1e-12));
    }
  }

  @Test
  void powerLawsOfBothPhases() {
    List<Measure<?>> late = loss(1, 100, 1000, 3000, 400_000);
    Torus noise = new Torus(1024, 400, 1.5, 3.5);
    Experiment e = experiment(new LeastSquares(noise, 4, "without-replacement"), 0.3, 0, 400_000);
    List<Predicted> law = new PowerLawPrediction().of(e, late);
    assertThat(law).hasSize(3);
    Numbers.assertDigits(
        at(1000, SpectralLoss.exact().of(e, late)).value() / at(1000, law).value(), "0.970", "L");
    Experiment unstable =
        experiment(new LeastSquares(noise, 1, "without-replacement"), 1, 0, 400_000);
    assertThat(new PowerLawPrediction().of(unstable, late)).isEmpty();
  }

  @Test
  void whatIsKnownBesideTheLoss() {
    Map<String, Double> known = known(SpectralStability.exact(), 4, 100);
    Numbers.assertDigits(known.get("critical_step_size"), "0.84612", "critical step");
    Numbers.assertDigits(known.get("noise_gain"), "0.345379", "U(1)");
    assertThat(known.get("loss_factor")).isLessThan(1);
    assertThat(known.get("best_step_size")).isCloseTo(0.436, within(0.003));
    assertThat(known.get("best_momentum")).isCloseTo(0.437, within(0.003));
    assertThat(known).containsKeys("signal_constant");
    assertThat(known(SpectralStability.meanField(), 4, 100)).isEmpty();
    assertThat(SpectralStability.exact().isMeasurable()).isFalse();
  }

  private static Map<String, Double> known(Prediction prediction, int batch, long horizon) {
    Map<String, Double> known = new HashMap<>();
    prediction
        .of(experiment(new LeastSquares(TORUS, batch, "without-replacement"), 0.3, 0.5, horizon))
        .forEach(p -> known.put(p.quantity(), p.value()));
    return known;
  }

  @Test
  void longRunsAreQuick() {
    Objective stream = new LinearRegression(new PowerLaw(4000, 1.5, 1), 4, 0, 3.5, 1);
    SpectralExperiment one = SpectralExperiment.of(experiment(stream, 0.2, 0, 9)).orElseThrow();
    double[] losses =
        SpectralLoss.losses(one.problem(), one.step(), new long[] {29, 1000, 1_000_000});
    assertThat(losses[0])
        .isEqualTo(LossRecursion.loss(one.problem(), one.step(), 29), within(1e-15));
    assertThat(losses[1])
        .isCloseTo(LossRecursion.loss(one.problem(), one.step(), 1000), within(1e-5 * losses[1]));
    assertThat(losses[2]).isBetween(0.0, losses[1]);
  }
}
