package org.escapement.theory.leastsquares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.escapement.data.DataSet;
import org.escapement.data.GaussianRows;
import org.escapement.data.Haar;
import org.escapement.data.Isotropic;
import org.escapement.data.Loaded;
import org.escapement.data.PowerLaw;
import org.escapement.data.Rows;
import org.escapement.data.Torus;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Means;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.measure.Reading;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.LinearRegression;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.escapement.theory.Predicted;
import org.escapement.theory.regression.RegressionMoments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exact moments against numbers of other programs and against simulation. */
class BatchMomentsTest {
  private static final Torus TORUS = new Torus(256, 40, 1.5, 1.5);

  private static Experiment experiment(Objective objective, Dynamics dynamics, Vector start) {
    return new Experiment(
        objective,
        new NoNoise(),
        dynamics,
        start,
        new WholeSpace(),
        100_000,
        Double.POSITIVE_INFINITY);
  }

  private static Dynamics heavyBall(double alpha, double beta) {
    return new HeavyBall(new Constant(alpha), new Constant(beta));
  }

  private static Moments moments(List<String> of, double... steps) {
    return new Moments(of, new AtSteps(Vector.of(steps)));
  }

  private static double[] losses(DataSet data, int batch, Dynamics dynamics, double... steps) {
    LeastSquares f = new LeastSquares(data, batch, "without-replacement");
    return losses(f, dynamics, steps);
  }

  private static double[] losses(Objective f, Dynamics dynamics, double... steps) {
    Experiment e = experiment(f, dynamics, Vector.zero(f.dimension()));
    ErrorPath path = ErrorPath.of(e, (long) steps[steps.length - 1]).orElseThrow();
    return Arrays.stream(steps).map(t -> path.at((long) t).loss().mean()).toArray();
  }

  /**
   * Velikanov et al.'s spectrally expressible recursion with tau1 = tau2 = 1, exact for such data:
   * evaluated in Python, seven digits.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.1, 0, without-replacement, 1.154618, 0.4001247, 0.08757411, 0.02044799",
    "4, 0.3, 0.5, without-replacement, 0.8305371, 0.1066064, 0.01722758, 0.002180215",
    "16, 0.5, 0.8, without-replacement, 0.5451316, 0.1172665, 0.004902682, 4.36206e-5",
    "16, 0.5, 0.8, with-replacement, 0.5471471, 0.1247108, 0.005513546, 4.844126e-5",
    "256, 1, 0, without-replacement, 0.1994691, 0.02925715, 0.004457415, 3.497571e-4"
  })
  void translationInvariantData(
      int batch,
      double alpha,
      double beta,
      String sampling,
      double at1,
      double at10,
      double at50,
      double at200) {
    LeastSquares f = new LeastSquares(TORUS, batch, sampling);
    double[] losses = losses(f, heavyBall(alpha, beta), 1, 10, 50, 200);
    double[] expected = {at1, at10, at50, at200};
    for (int i = 0; i < 4; i++) {
      assertThat(losses[i]).isCloseTo(expected[i], within(2e-6 * expected[i]));
    }
  }

  /** Per mode c' = (1 - 2a) c + 2 beta j + m and so on; the loss after so many steps. */
  private static double expressible(
      double[] lambda, double[] start, double alpha, double beta, BatchNoise noise, int steps) {
    double[] c = start.clone();
    double[] j = new double[c.length];
    double[] p = new double[c.length];
    for (int t = 0; t < steps; t++) {
      double s = Arrays.stream(c).sum();
      for (int k = 0; k < c.length; k++) {
        double a = alpha * lambda[k];
        double m =
            a * a * c[k]
                + beta * (beta * p[k] - 2 * a * j[k])
                + noise.gamma() * a * a * (noise.tau1() * s - noise.tau2() * c[k]);
        p[k] = m;
        double before = c[k];
        c[k] = (1 - 2 * a) * before + 2 * beta * j[k] + m;
        j[k] = beta * j[k] - a * before + m;
      }
    }
    return Arrays.stream(c).sum() / 2;
  }

  private record BatchNoise(double gamma, double tau1, double tau2) {}

  /** Nine digits and more after a hundred steps. */
  @Test
  void translationInvariantDataIsExpressible() {
    double[] lambda = new double[80];
    double[] c = new double[80];
    for (int k = 0; k < 80; k++) {
      lambda[k] = StrictMath.pow(1 + k / 2, -1.5);
      c[k] = StrictMath.pow(1 + k / 2, -2.5);
    }
    double expected =
        expressible(lambda, c, 0.5, 0.8, new BatchNoise(240 / (255.0 * 16), 1, 1), 100);
    double loss = losses(TORUS, 16, heavyBall(0.5, 0.8), 100)[0];
    assertThat(loss).isCloseTo(expected, within(1e-10 * expected));
  }

  /** Velikanov et al.'s alpha_c = 0.43514 without momentum, 0.04835 with 0.9. */
  @ParameterizedTest
  @CsvSource({"0.43514, 0", "0.04835, 0.9"})
  void stabilityEndsAtTheCriticalStep(double critical, double beta) {
    double[] below = losses(TORUS, 1, heavyBall(0.98 * critical, beta), 400, 800);
    assertThat(below[1]).isLessThan(below[0]);
    double[] above = losses(TORUS, 1, heavyBall(1.02 * critical, beta), 400, 800);
    assertThat(above[1]).isGreaterThan(above[0]);
  }

  /** The ratio to the expressible recursion with tau1 = 1 for the sample's own spectrum. */
  private static double ratio(DataSet data, int batch, double alpha, double tau2, int steps) {
    Rows rows = Loaded.rows(data);
    ErrorModes modes = RowModes.of(rows, Vector.zero(rows.dimension())).error();
    double[] c = new double[modes.size()];
    for (int k = 0; k < c.length; k++) {
      c[k] = modes.curvature()[k] * modes.start()[k] * modes.start()[k];
    }
    double gamma = (rows.count() - batch) / ((rows.count() - 1.0) * batch);
    BatchNoise noise = new BatchNoise(gamma, 1, tau2);
    return losses(data, batch, heavyBall(alpha, 0), steps)[0]
        / expressible(modes.curvature(), c, alpha, 0, noise, steps);
  }

  /** Our own recursion in Python: normal data within 1.3 % of tau2 = -1, above tau2 = 1. */
  @ParameterizedTest
  @CsvSource({"1, 0.1, 20", "1, 0.1, 100", "10, 0.5, 20", "10, 0.5, 100"})
  void normalDataIsNearlyExpressible(int batch, double alpha, int steps) {
    DataSet data = new GaussianRows(500, new PowerLaw(100, 1.5, 1), 1, 1, 0, 0);
    assertThat(ratio(data, batch, alpha, -1, steps)).isBetween(0.98, 1.02);
    assertThat(ratio(data, batch, alpha, 1, steps)).isBetween(1.005, 1.2);
  }

  /** The same for four rotations: within 10 % of tau2 = -1, 4 to 30 % above tau2 = 1. */
  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void haarDataIsRoughlyExpressible(int instance) {
    DataSet data = new Haar(200, new PowerLaw(200, 1.5, 1), 1.5, 1, instance);
    assertThat(ratio(data, 1, 0.2, -1, 20)).isBetween(0.9, 1.1);
    assertThat(ratio(data, 1, 0.2, 1, 20)).isBetween(1.04, 1.3);
  }

  /** Every predicted number within five standard errors: false alarm 6e-7 each. */
  private static void assertMeasured(
      Experiment endless, Moments moments, int trajectories, int count) {
    long[] steps = moments.at().steps(endless.horizon());
    Experiment e = until(endless, steps[steps.length - 1], endless.noise());
    List<Predicted> predicted = BatchMoments.random().of(e, List.of(moments));
    assertThat(predicted).hasSize(count);
    Means means =
        Simulation.run(e, RandomKey.of(11, "batch-moments"), moments, new Chunk(0, 0, trajectories))
            .summary();
    Map<String, Reading> readings = new HashMap<>();
    moments.readings(means, e).forEach(r -> readings.put(r.name() + r.step(), r));
    for (Predicted p : predicted) {
      Reading r = readings.get(p.quantity() + p.step());
      assertThat(r.value())
          .as(p.quantity() + " at " + p.step())
          .isCloseTo(p.value(), within(5 * r.stdError() + 1e-12));
    }
  }

  static Stream<Dynamics> dynamics() {
    Constant eta = new Constant(0.15);
    Constant beta = new Constant(0.6);
    return Stream.of(
        new Sgd(eta),
        new HeavyBall(eta, beta),
        new PytorchMomentum(eta, beta),
        new NormalisedHeavyBall(eta, beta),
        new Nesterov(eta, beta),
        new HeavyBall(new Polynomial(0.3, 5, 0.6), new Exponential(0.7, 10)));
  }

  /** Labels with noise leave residuals that no w interpolates. */
  @Tag("digits")
  @ParameterizedTest
  @MethodSource("dynamics")
  void everyMomentOfEveryDynamics(Dynamics dynamics) {
    DataSet data = new GaussianRows(12, new PowerLaw(3, 0.5, 1), 0.5, 1, 0.7, 1);
    LeastSquares f = new LeastSquares(data, 3, "without-replacement");
    Moments moments = moments(List.of("loss", "mean", "second", "cross", "norm"), 1, 3, 40);
    assertMeasured(experiment(f, dynamics, Vector.of(1, -0.5, 2)), moments, 20_000, 33);
    LeastSquares g = new LeastSquares(data, 2, "with-replacement");
    assertMeasured(experiment(g, dynamics, Vector.of(1, -0.5, 2)), moments, 20_000, 33);
    LinearRegression h = new LinearRegression(new PowerLaw(3, 0.5, 1), 4, 0.7, 0.5, 1);
    assertMeasured(experiment(h, dynamics, Vector.of(1, -0.5, 2)), moments, 20_000, 33);
  }

  /** In all coordinates in which moments may be measured. */
  @Tag("digits")
  @ParameterizedTest
  @CsvSource({"coordinates, solution", "eigenbasis, origin", "eigenbasis, solution"})
  void velocitiesAndOtherCoordinates(String basis, String about) {
    List<String> words =
        List.of(
            "loss",
            "mean",
            "second",
            "cross",
            "norm",
            "velocity",
            "velocity-second",
            "velocity-cross",
            "position-velocity",
            "position-velocity-cross");
    Moments moments = new Moments(words, new AtSteps(Vector.of(1, 12)), basis, about);
    DataSet data = new GaussianRows(12, new PowerLaw(3, 0.5, 1), 0.5, 1, 0.7, 1);
    LeastSquares f = new LeastSquares(data, 3, "without-replacement");
    assertMeasured(experiment(f, heavyBall(0.15, 0.6), Vector.of(1, -0.5, 2)), moments, 20_000, 58);
    LinearRegression g = new LinearRegression(new PowerLaw(3, 0.5, 1), 4, 0.7, 0.5, 1);
    assertMeasured(experiment(g, heavyBall(0.15, 0.6), Vector.of(1, -0.5, 2)), moments, 20_000, 58);
  }

  /** Fewer rows than coordinates: what no row sees stays where it is. */
  @Tag("digits")
  @Test
  void directionsThatNoRowSeesStay() {
    DataSet data = new GaussianRows(2, new Isotropic(4, 0.5), 0, 1, 0.3, 1);
    LeastSquares f = new LeastSquares(data, 1, "with-replacement");
    Moments moments = moments(List.of("loss", "mean", "second", "cross", "norm"), 2, 9);
    Experiment e = experiment(f, heavyBall(0.2, 0.3), Vector.of(1, -0.5, 2, 0.25));
    assertMeasured(e, moments, 20_000, 32);
  }

  @Tag("digits")
  @Test
  void lossOfNormalData() {
    DataSet data = new GaussianRows(500, new PowerLaw(100, 1.5, 1), 1, 1, 0, 0);
    Moments moments = moments(List.of("loss"), 10, 50);
    LeastSquares one = new LeastSquares(data, 1, "without-replacement");
    assertMeasured(experiment(one, heavyBall(0.1, 0), Vector.zero(100)), moments, 4000, 2);
    LeastSquares ten = new LeastSquares(data, 10, "without-replacement");
    assertMeasured(experiment(ten, heavyBall(0.4, 0.5), Vector.zero(100)), moments, 4000, 2);
  }

  /** Velikanov et al.'s recursion with tau1 = 1, tau2 = -1 for a stream, evaluated in Python. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.15, 0, 0.24785, 0.0738068, 0.0195078",
    "4, 0.5, 0, 0.0993536, 0.0233737, 0.00301996",
    "4, 0.5, -0.5, 0.129966, 0.0339453, 0.0060715"
  })
  void streams(int batch, double alpha, double beta, double at10, double at50, double at200) {
    LinearRegression f = new LinearRegression(new PowerLaw(30, 1.5, 1), batch, 0, 1, 1);
    double[] losses = losses(f, heavyBall(alpha, beta), 10, 50, 200);
    assertThat(losses[0]).isCloseTo(at10, within(5e-6 * at10));
    assertThat(losses[1]).isCloseTo(at50, within(5e-6 * at50));
    assertThat(losses[2]).isCloseTo(at200, within(5e-6 * at200));
  }

  /** 20 equal eigenvalues, five samples: 0.808^t/2 without momentum; with 0.5 from Python. */
  @Test
  void isotropicStreams() {
    LinearRegression f = new LinearRegression(new Isotropic(20, 1), 5, 0, -1, 0.05);
    double[] plain = losses(f, heavyBall(0.2, 0), 5, 20);
    assertThat(plain[0]).isCloseTo(StrictMath.pow(0.808, 5) / 2, within(1e-12));
    assertThat(plain[1]).isCloseTo(StrictMath.pow(0.808, 20) / 2, within(1e-12));
    double[] momentum = losses(f, heavyBall(0.15, 0.5), 5, 10, 20);
    assertThat(momentum[0]).isCloseTo(0.221138, within(5e-7));
    assertThat(momentum[1]).isCloseTo(0.117935, within(5e-7));
    assertThat(momentum[2]).isCloseTo(0.0332937, within(5e-8));
  }

  @Test
  void wholeBatchesAreCertain() {
    LeastSquares all = new LeastSquares(TORUS, 256, "reshuffling");
    Nesterov dynamics = new Nesterov(new Constant(0.5), new Constant(0.3));
    Experiment e = experiment(all, dynamics, Vector.zero(80));
    Moments moments = moments(List.of("loss", "norm"), 5, 400);
    List<Predicted> predicted = BatchMoments.certain().of(e, List.of(moments));
    assertThat(predicted).hasSize(2);
    assertThat(BatchMoments.random().of(e, List.of(moments))).isEmpty();
    Means means =
        Simulation.run(
                until(e, 400, new NoNoise()), RandomKey.of(1, "whole"), moments, new Chunk(0, 0, 1))
            .summary();
    double at5 = predicted.get(0).value();
    assertThat(means.mean(0)).isCloseTo(at5, within(1e-12 * at5));
    double at400 = predicted.get(1).value();
    assertThat(means.mean(2)).isCloseTo(at400, within(1e-9 * at400));
  }

  private static Experiment until(Experiment e, long horizon, Noise noise) {
    return new Experiment(
        e.objective(),
        noise,
        e.dynamics(),
        e.position(),
        e.domain(),
        horizon,
        Double.POSITIVE_INFINITY);
  }

  @Test
  void isSilentWhereItWouldBeWrong() {
    List<Measure<?>> norm = List.of(moments(List.of("norm"), 5));
    Experiment e =
        experiment(
            new LeastSquares(TORUS, 16, "without-replacement"), heavyBall(1, 0), Vector.zero(80));
    assertThat(BatchMoments.random().of(e, norm)).hasSize(1);
    assertThat(BatchMoments.certain().of(e, norm)).isEmpty();
    assertThat(BatchMoments.random().of(until(e, 10, new Gaussian(0.1)), norm)).isEmpty();
    Experiment epochs =
        experiment(new LeastSquares(TORUS, 16, "reshuffling"), heavyBall(1, 0), Vector.zero(80));
    assertThat(BatchMoments.random().of(epochs, norm)).isEmpty();
    List<Measure<?>> late = List.of(moments(List.of("norm"), 100_000));
    assertThat(BatchMoments.random().of(e, late)).isEmpty();
  }

  /** One exact prediction a number. */
  @Test
  void leavesToOthersWhatTheyKnow() {
    List<Measure<?>> both = List.of(moments(List.of("loss", "norm"), 5));
    Experiment torus =
        experiment(
            new LeastSquares(TORUS, 16, "without-replacement"), heavyBall(1, 0), Vector.zero(80));
    assertThat(BatchMoments.random().of(torus, both))
        .extracting(Predicted::quantity)
        .containsExactly("norm");
    Experiment isotropic =
        experiment(
            new LinearRegression(new Isotropic(2, 1), 3, 1, 0, 0),
            new Sgd(new Constant(0.1)),
            Vector.of(1, 1));
    assertThat(BatchMoments.random().of(isotropic, both)).isEmpty();
    assertThat(RegressionMoments.trusted().of(isotropic, both)).hasSize(2);
  }
}
