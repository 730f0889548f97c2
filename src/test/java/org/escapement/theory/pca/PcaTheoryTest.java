package org.escapement.theory.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.Cone;
import org.escapement.domain.Slab;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Measure;
import org.escapement.measure.Moments;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.StreamingPca;
import org.escapement.simulate.Experiment;
import org.escapement.study.PredictionEntries;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The theory of streaming PCA with momentum, against closed forms and independent simulations. */
@Tag("digits")
class PcaTheoryTest {
  private static final Vector OPTIMUM = Vector.of(1, 0, 0, 0);
  private static final Vector MIDWAY = Vector.of(0.2, 0.6, 0.6, Math.sqrt(0.24));

  private static Dynamics heavyBall(double eta, double mu) {
    return new HeavyBall(new Constant(eta), new Constant(mu));
  }

  private static Dynamics delayed(double mu, int delay) {
    return new DelayedHeavyBall(new Constant(5e-4), new Constant(mu), delay);
  }

  private static Experiment experiment(
      Noise noise, Dynamics dynamics, Vector start, Domain domain, long horizon) {
    return new Experiment(
        new StreamingPca(Vector.of(4, 3, 2, 1), "gaussian"),
        noise,
        dynamics,
        start,
        domain,
        horizon,
        Double.POSITIVE_INFINITY);
  }

  private static Map<String, Double> at(long step, String name, Dynamics dynamics, Vector start) {
    return at(step, name, experiment(new NoNoise(), dynamics, start, new WholeSpace(), step));
  }

  private static Map<String, Double> at(long step, String name, Experiment experiment) {
    List<String> words = List.of("loss", "mean", "second", "norm", "off-axis");
    List<Measure<?>> measures = List.of(new Moments(words, new AtSteps(Vector.of(step))));
    Map<String, Double> all = new TreeMap<>();
    for (Prediction prediction : PredictionEntries.all()) {
      if (prediction.name().equals(name)) {
        prediction.of(experiment, measures).forEach(p -> all.put(p.quantity(), p.value()));
      }
    }
    return all;
  }

  /**
   * eta lambda_1 lambda_k / (2 (1 - mu) gap) and |v|^2 - 1 = eta (tr - lambda_1) / (2 (1 - mu)).
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9, 0.95})
  void diffusionAboutTheOptimumIsStationaryInTheEnd(double mu) {
    double epsilon = 5e-4 / (1 - mu);
    Map<String, Double> late = at(40_000, "limit-diffusion", heavyBall(5e-4, mu), OPTIMUM);
    for (int k = 2; k <= 4; k++) {
      double expected = epsilon * 4 * (5 - k) / (2 * (k - 1.0));
      assertThat(late.get("second." + k + "." + k)).isCloseTo(expected, within(1e-9));
    }
    assertThat(late.get("off-axis.1")).isCloseTo(8.66666666666 * epsilon, within(1e-9));
    assertThat(late.get("loss")).isCloseTo(6 * epsilon, within(1e-9));
    assertThat(late.get("norm") - 1).isCloseTo(3 * epsilon, within(1e-9));
  }

  /**
   * Variance of h_1 about the saddle e_2: eta alpha^2 (exp(2 gap t) - 1)/(2 (1 - mu) gap), alpha^2
   * = 12, after time 1.
   */
  @Test
  void diffusionAboutTheSaddleGrows() {
    Map<String, Double> grown =
        at(1000, "limit-diffusion", heavyBall(1e-4, 0.9), Vector.of(0, 1, 0, 0));
    double expected = 1e-3 * 12 * Math.expm1(2) / 2;
    assertThat(grown.get("second.1.1")).isCloseTo(expected, within(1e-8));
  }

  /**
   * The ODE at time 1 from (.2, .6, .6, .49), and what an independent simulation of heavy ball gave
   * for the root mean square distance from it, 5.15 to 5.28 times sqrt(eta/(1 - mu)).
   */
  @Test
  void theOdeAndTheDistanceFromIt() {
    Map<String, Double> limit = at(10_000, "limit-ode", heavyBall(1e-4, 0), MIDWAY);
    Map<String, Double> about = at(10_000, "limit-diffusion", heavyBall(1e-4, 0), MIDWAY);
    double[] expected = {0.6458, 0.7127, 0.2622, 0.0788};
    double square = 0;
    for (int k = 1; k <= 4; k++) {
      double x = limit.get("mean." + k);
      assertThat(x).isCloseTo(expected[k - 1], within(5e-5));
      square += about.get("second." + k + "." + k) - 2 * x * about.get("mean." + k) + x * x;
    }
    assertThat(Math.sqrt(square / 1e-4)).isBetween(5.0, 5.4);
  }

  /** From h_1^2 = p to 1 - p in the plane of e_1 and e_2: (1 - mu)/(eta gap) ln((1 - p)/p). */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.7})
  void theOdeLeavesACone(double mu) {
    Vector start = Vector.of(0.2, Math.sqrt(0.96), 0, 0);
    Experiment e =
        experiment(new NoNoise(), heavyBall(1e-4, mu), start, new Cone(1, 0.96), 1_000_000);
    double expected = (1 - mu) / 1e-4 * Math.log(24);
    assertThat(at(1, "limit-ode", e).get("mean_step")).isCloseTo(expected, within(1e-6 * expected));
  }

  /**
   * First N with v_1^2 >= |v|^2/2 from e_2: the leading law, and the one with the exact root as the
   * noise goes to 0; at this noise the law of finite times is 3 steps later.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 7079.5, 7082.0",
    "0.5, 3193.2, 3200",
    "0.7, 1762.7, 1775",
    "0.8, 1094.0, 1113",
    "0.85, 777.4, 802",
    "0.9, 477.7, 513",
    "0.95, 204.2, 263"
  })
  void escapeFromTheSaddle(double mu, double leading, double exact) {
    Experiment e =
        experiment(
            new NoNoise(), heavyBall(5e-4, mu), Vector.of(0, 1, 0, 0), new Cone(1, 0.5), 1000_000);
    assertThat(at(1, "pca-escape-leading", e).get("mean_step")).isCloseTo(leading, within(0.06));
    Map<String, Double> law = at(1, "pca-escape", e);
    assertThat(law.get("mean_step")).isCloseTo(exact + 3, within(0.5));
    assertThat(law.get("median") / law.get("mean_time")).isBetween(0.85, 1.0);
  }

  /** Phase I: half have left |h_1| < 0.2 after 24971 or 5709 steps. */
  @ParameterizedTest
  @CsvSource({"0, 24971", "0.7, 5709"})
  void phaseOne(double mu, long steps) {
    Experiment e =
        experiment(
            new NoNoise(), heavyBall(1e-4, mu), Vector.of(0, 1, 0, 0), new Slab(1, 0.2), steps);
    assertThat(at(1, "pca-escape-leading", e).get("exited_share")).isCloseTo(0.5, within(1e-4));
    assertThat(at(1, "pca-escape", e).get("exited_share")).isCloseTo(0.5, within(0.03));
  }

  /** Phase III from 1 - cos^2 = 0.1: 10901 and 3697 steps make the bound an eightieth. */
  @ParameterizedTest
  @CsvSource({"0, 10901", "0.7, 3697"})
  void phaseThree(double mu, long steps) {
    Vector near = Vector.of(Math.sqrt(0.9), Math.sqrt(0.1), 0, 0);
    double bound = at(steps, "pca-settling", heavyBall(1e-4, mu), near).get("off-axis.1");
    assertThat(bound).isCloseTo(0.0125, within(1e-5));
  }

  /** Against the recursion without noise, whose share in the mean is below 3e-8 here. */
  @Test
  void aStartFromRestIsInTheMean() {
    double[] x = MIDWAY.toArray();
    double[] v = new double[4];
    for (int step = 0; step < 20; step++) {
      double q = 4 * x[0] * x[0] + 3 * x[1] * x[1] + 2 * x[2] * x[2] + x[3] * x[3];
      for (int k = 0; k < 4; k++) {
        v[k] = 0.9 * v[k] + 1e-6 * (4 - k - q) * x[k];
        x[k] += v[k];
      }
    }
    Map<String, Double> early = at(20, "limit-diffusion", heavyBall(1e-6, 0.9), MIDWAY);
    for (int k = 0; k < 4; k++) {
      assertThat(early.get("mean." + (k + 1))).isCloseTo(x[k], within(1e-7));
    }
  }

  @Test
  void noEscapeFromElsewhere() {
    for (Vector start : List.of(Vector.of(0, 0, 1, 0), Vector.of(0, 0.5, 0, 0), MIDWAY)) {
      Experiment e =
          experiment(new NoNoise(), heavyBall(5e-4, 0), start, new Cone(1, 0.9), 1000_000);
      assertThat(at(1, "pca-escape", e)).isEmpty();
      assertThat(at(1, "pca-escape-leading", e)).isEmpty();
    }
  }

  @Test
  void theOdeStaysAtASaddle() {
    Experiment e =
        experiment(
            new NoNoise(), heavyBall(1e-4, 0), Vector.of(0, 1, 0, 0), new Cone(1, 0.5), 1L << 40);
    assertThat(at(1, "limit-ode", e)).isEmpty();
    PcaStream stream = PcaStream.of(e).orElseThrow();
    assertThat(new PcaFlow(stream, new double[] {0, 1, 0, 0}).at(1e4)).containsExactly(0, 1, 0, 0);
  }

  /**
   * Delays from which x' = x + mu (x - x before) - 0.004 x_{k - tau} is unstable, from the largest
   * root of its characteristic polynomial.
   */
  @ParameterizedTest
  @CsvSource({"0.7, 116", "0.8, 75", "0.85, 54", "0.9, 33", "0.95, 14"})
  void largestStableDelays(double mu, int unstable) {
    assertThat(DelayedMode.largestStableDelay(8 * 5e-4, mu)).isEqualTo(unstable - 1);
    Map<String, Double> told = at(1000, "largest-delay", delayed(mu, 1), OPTIMUM);
    assertThat(told).containsExactly(Map.entry("largest_stable_delay", unstable - 1.0));
    assertThat(at(1000, "pca-optimum", delayed(mu, unstable - 1), OPTIMUM)).isNotEmpty();
    assertThat(at(1000, "pca-optimum", delayed(mu, unstable), OPTIMUM)).isEmpty();
  }

  @Test
  void aDelayIsStableWhereItsResponseDecays() {
    double[] stable = new DelayedMode(0.004, 0.9, 32).response(40_000)[0];
    double[] unstable = new DelayedMode(0.004, 0.9, 33).response(40_000)[0];
    assertThat(Math.abs(stable[40_000])).isLessThan(0.1);
    assertThat(Math.abs(unstable[39_900]) + Math.abs(unstable[40_000])).isGreaterThan(10);
    assertThat(DelayedMode.largestStableDelay(4, 0.9)).isEqualTo(-1);
  }

  /** An independent simulation of 16 paths gave .0183 and .058, with errors of a few per cent. */
  @Test
  void delaysFeedTheNoise() {
    assertThat(at(20_000, "pca-optimum", delayed(0.7, 100), OPTIMUM).get("off-axis.1"))
        .isCloseTo(0.0183, within(0.0006));
    assertThat(at(20_000, "pca-optimum", delayed(0.9, 30), OPTIMUM).get("off-axis.1"))
        .isCloseTo(0.058, within(0.005));
  }

  /**
   * Heavy ball on x^2/2 with noise 1: .5135135 for eta .1, mu .9, in the stationary state; the
   * stages from x = 5 by an independent recursion.
   */
  @Test
  void modesAreTheMomentRecursion() {
    double delayed = 0.01 * new DelayedMode(0.1, 0.9, 0).response(2000)[1][2000];
    assertThat(delayed).isCloseTo(0.5135135, within(5e-8));
    Schedule eta = new Piecewise(Vector.of(0.1, 0.01, 0.1), Vector.of(0, 20, 70));
    Schedule beta = new Piecewise(Vector.of(0.9, 0.9, 0), Vector.of(0, 20, 70));
    HeavyBallMode staged = new HeavyBallMode(eta, beta, 1, 1, 5);
    assertThat(second(staged, 20)).isCloseTo(3.418101, within(5e-7));
    assertThat(second(staged, 70)).isCloseTo(0.080574, within(5e-7));
    assertThat(second(staged, 80)).isCloseTo(0.056029, within(5e-7));
  }

  private static double second(HeavyBallMode mode, long step) {
    mode.moveTo(step);
    return mode.second();
  }

  @Test
  void noDelayIsHeavyBall() {
    Vector near = Vector.of(Math.sqrt(0.96), 0.2, 0, 0);
    Map<String, Double> plain = at(5000, "pca-optimum", heavyBall(5e-4, 0.9), near);
    assertThat(at(5000, "pca-optimum", delayed(0.9, 0), near)).isEqualTo(plain);
    assertThat(plain.get("second.3.3")).isCloseTo(0.01, within(1e-4));
    assertThat(at(5000, "pca-optimum", new Sgd(new Constant(5e-4)), near)).isNotEmpty();
  }

  @Test
  void nothingBeyondTheirValidity() {
    assertThat(at(100, "pca-optimum", heavyBall(5e-4, 0.9), MIDWAY)).isEmpty();
    assertThat(at(100, "limit-diffusion", heavyBall(5e-3, 0.9), OPTIMUM)).isEmpty();
    assertThat(at(9000, "limit-diffusion", heavyBall(5e-4, 0), Vector.of(0, 1, 0, 0))).isEmpty();
    Experiment noisy =
        experiment(new Gaussian(1), heavyBall(5e-4, 0.5), OPTIMUM, new WholeSpace(), 100);
    for (String name : List.of("limit-ode", "limit-diffusion", "pca-optimum", "largest-delay")) {
      assertThat(at(100, name, noisy)).isEmpty();
    }
  }
}
