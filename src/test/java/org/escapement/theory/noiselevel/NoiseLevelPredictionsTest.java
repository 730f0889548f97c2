package org.escapement.theory.noiselevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.AtSteps;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseLevel;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.DiagonalGaussian;
import org.escapement.noise.Gaussian;
import org.escapement.noise.Minibatch;
import org.escapement.noise.Rademacher;
import org.escapement.noise.StateDependent;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.Quadratic;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseLevelPredictionsTest {
  private static final Noise NORMAL = new Gaussian(1);
  private static final Prediction EXACT = new ExactNoiseLevel();
  private static final Prediction STATIONARY = new StationaryNoiseLevel();

  private static Schedule c(double value) {
    return new Constant(value);
  }

  private static Dynamics ball(double eta, double beta) {
    return new HeavyBall(c(eta), c(beta));
  }

  private static Dynamics normalised(double eta, double beta) {
    return new NormalisedHeavyBall(c(eta), c(beta));
  }

  private static Experiment on(
      Objective f, Noise noise, Dynamics dynamics, long horizon, double... start) {
    return new Experiment(
        f, noise, dynamics, Vector.of(start), new WholeSpace(), horizon, Double.POSITIVE_INFINITY);
  }

  private static Map<String, Predicted> all(
      Prediction prediction, Experiment experiment, double... steps) {
    List<Measure<?>> measures = List.of(new NoiseLevel(new AtSteps(Vector.of(steps))));
    Map<String, Predicted> result = new TreeMap<>();
    prediction.of(experiment, measures).forEach(p -> result.put(p.quantity() + "@" + p.step(), p));
    return result;
  }

  private static double level(Prediction prediction, Experiment experiment, long step) {
    return all(prediction, experiment, step).get("noise-level@" + step).value();
  }

  /** momentum_and_smoothing 3.2 a, b: the table of values, printed to four decimals. */
  @ParameterizedTest
  @CsvSource({
    "heavy, 0.9, 0.001, 5.2643", "heavy, 0.9, 0.1, 5.3784", "heavy, 0.9, 2, 10",
    "heavy, 0.5, 0.001, 1.3334", "heavy, 0.5, 0.1, 1.3448", "heavy, 0.5, 1, 1.5",
    "heavy, 0.5, 2, 2", "normalised, 0.9, 0.001, 0.0531", "normalised, 0.9, 0.1, 0.0976",
    "normalised, 0.9, 1, 0.5135", "normalised, 0.9, 2, 1", "normalised, 0.5, 0.001, 0.3336",
    "normalised, 0.5, 0.1, 0.3559", "normalised, 0.5, 1, 0.6", "normalised, 0.5, 2, 1",
    "normalised, 0.5, 5, 7"
  })
  void stationaryValues(String form, double beta, double h, double expected) {
    Dynamics dynamics = form.equals("heavy") ? ball(h, beta) : normalised(h, beta);
    Experiment e = on(new Quadratic(Vector.of(1)), NORMAL, dynamics, 100_000, 0);
    assertThat(level(STATIONARY, e, 100_000)).isCloseTo(expected, within(6e-5));
  }

  /** The closed forms are where the recursion of the moments ends: two independent ways. */
  @ParameterizedTest
  @CsvSource({
    "0, 0.3, 0.001", "0.5, 0.3, 1.9", "0.9, 0.7, 0.1", "0.9, 0.2, 1", "0.99, 0.7, 0.5",
    "-0.4, 0.6, 0.8", "0.9, 0.9, 3", "0.5, 1, 5", "0.9, 0, 0.5", "0.99, 1, 5"
  })
  void theRecursionTendsToTheClosedForms(double beta, double weight, double h) {
    Vector curvature = Vector.of(1, 0.5);
    Noise noise = new DiagonalGaussian(Vector.of(1, 0.7));
    Dynamics[] all = {
      new QuasiHyperbolic(c(h), c(beta), weight),
      normalised(h, beta),
      ball(h * (1 - beta), beta),
      new PytorchMomentum(c(h * (1 - beta)), c(beta)),
      new Sgd(c(Math.min(h, 1.5)))
    };
    for (Dynamics dynamics : all) {
      Experiment e = on(new Quadratic(curvature), noise, dynamics, 1_000_000, 2, 1);
      Map<String, Predicted> stationary = all(STATIONARY, e, 1_000_000);
      Map<String, Predicted> exact = all(EXACT, e, 1_000_000);
      assertThat(stationary).hasSize(6);
      stationary.forEach(
          (name, p) ->
              assertThat(exact.get(name).value())
                  .as(dynamics + " " + name)
                  .isCloseTo(p.value(), within(1e-8 * (p.value() + 1e-3))));
    }
  }

  @Test
  void theEndsOfQuasiHyperbolicMomentum() {
    Objective f = new Quadratic(Vector.of(1));
    Experiment sgd = on(f, NORMAL, new QuasiHyperbolic(c(0.3), c(0.9), 0), 10, 0);
    Experiment average = on(f, NORMAL, new QuasiHyperbolic(c(0.3), c(0.9), 1), 10, 0);
    assertThat(level(STATIONARY, sgd, 10)).isEqualTo(1);
    // s^2 (2 (1 - beta) + eta lambda (3 beta - 1))/(2 (1 + beta) - eta lambda (1 - beta))
    assertThat(level(STATIONARY, average, 10))
        .isCloseTo((0.2 + 0.3 * 1.7) / (3.8 - 0.03), within(1e-14));
  }

  /**
   * 3.2 c: a gradient G that does not change, here the slope of a nearly flat parabola far away,
   * after eight gradients: 92.472 and 0.78409 for beta = 0.9, G = 2.
   */
  @Test
  void aConstantGradient() {
    Objective flat = new Quadratic(Vector.of(1e-9));
    Experiment heavy = on(flat, NORMAL, ball(0.01, 0.9), 8, 2e9);
    Experiment average = on(flat, NORMAL, normalised(0.01, 0.9), 8, 2e9);
    assertThat(level(EXACT, heavy, 8)).isCloseTo(92.472, within(5e-4));
    assertThat(level(EXACT, average, 8)).isCloseTo(0.78409, within(5e-6));
    double power = StrictMath.pow(0.9, 14);
    double bias = 0.9 * (1 - StrictMath.pow(0.9, 7)) / 0.1;
    assertThat(level(EXACT, heavy, 8))
        .isCloseTo(1 + 0.81 * (1 - power) / 0.19 + 4 * bias * bias, within(1e-6));
  }

  /** Noise that is not normal has the same second moments, and no known spread. */
  @Test
  void onlySecondMomentsCount() {
    Objective f = new Quadratic(Vector.of(1, 2));
    Map<String, Predicted> normal = all(EXACT, on(f, NORMAL, ball(0.1, 0.9), 20, 1, 3), 1, 20);
    Map<String, Predicted> signs =
        all(EXACT, on(f, new Rademacher(1), ball(0.1, 0.9), 20, 1, 3), 1, 20);
    assertThat(signs.keySet()).isEqualTo(normal.keySet());
    normal.forEach(
        (name, p) ->
            assertThat(signs.get(name).value())
                .isCloseTo(p.value(), within(1e-12 * (1 + p.value()))));
    assertThat(signs.get("noise-level@20").spread().isKnown()).isFalse();
    assertThat(normal.get("noise-level@1").spread().deviation()).isEqualTo(2);
  }

  /** Turned axes change no length. */
  @Test
  void fullQuadraticsAreTurnedOnes() {
    Objective turned =
        new FullQuadratic(
            org.escapement.model.Matrix.of(new double[] {1.5, 0.5}, new double[] {0.5, 1.5}));
    double root = Math.sqrt(0.5);
    Experiment full = on(turned, NORMAL, normalised(0.3, 0.8), 20, 4 * root, 2 * root);
    Experiment along = on(new Quadratic(Vector.of(2, 1)), NORMAL, normalised(0.3, 0.8), 20, 3, 1);
    Map<String, Predicted> expected = all(EXACT, along, 5);
    all(EXACT, full, 5)
        .forEach(
            (name, p) ->
                assertThat(p.value()).isCloseTo(expected.get(name).value(), within(1e-12)));
  }

  /** E (s^2 + (r x)^2) at the start is known; momentum 0 leaves nothing else. */
  @Test
  void noiseThatFeelsThePlace() {
    Experiment e =
        on(new Quadratic(Vector.of(1)), new StateDependent(2, 0.5), new Sgd(c(0.1)), 9, 3);
    assertThat(level(EXACT, e, 1)).isCloseTo(4 + 0.25 * 9, within(1e-13));
    assertThat(all(STATIONARY, e, 1)).isEmpty();
  }

  /** Elsewhere only what the noise alone makes is known. */
  @Test
  void otherObjectives() {
    Noise noise = new Minibatch(new Gaussian(3), c(9), 0);
    Experiment momentum = on(new DoubleWell(0.25, 1), noise, normalised(0.1, 0.75), 9, 1);
    Map<String, Predicted> known = all(EXACT, momentum, 4);
    assertThat(known.keySet()).containsExactly("gradient-noise@4", "noise-level-noise@4");
    assertThat(known.get("noise-level-noise@4").value()).isCloseTo(0.0625, within(1e-15));
    Experiment sgd = on(new DoubleWell(0.25, 1), noise, new Sgd(c(0.1)), 9, 1);
    assertThat(level(EXACT, sgd, 4)).isCloseTo(1, within(1e-14));
  }

  /** 3.2 c: K = 10, s = 1, beta = 0.9: 8273 and 328 with K, 10 without; SGD's is 1. */
  @Test
  void publishedBounds() {
    Objective f = new Quadratic(Vector.of(1));
    Prediction early = PublishedNoiseLevel.of2024();
    Prediction late = PublishedNoiseLevel.of2025();
    Experiment heavy = on(f, NORMAL, ball(0.01, 0.9), 3000, 10);
    Experiment average = on(f, NORMAL, normalised(0.01, 0.9), 3000, 10);
    Experiment sgd = on(f, NORMAL, new Sgd(c(0.01)), 3000, 10);
    assertThat(level(early, heavy, 7)).isCloseTo(82.9 + 8190, within(1e-9));
    assertThat(level(early, average, 7)).isCloseTo(1 + 3.24 * 101, within(1e-9));
    assertThat(level(late, average, 7)).isCloseTo(10, within(1e-13));
    assertThat(all(late, heavy, 7)).isEmpty();
    assertThat(level(early, sgd, 7)).isEqualTo(1);
    assertThat(level(late, sgd, 7)).isEqualTo(1);
  }

  /** Steps taken at step size 1 are a thousandfold direction at 0.001. */
  @Test
  void noBoundForHeavyBallWhoseStepSizeFalls() {
    Schedule falling = new Piecewise(Vector.of(1, 0.001), Vector.of(0, 20));
    Objective f = new Quadratic(Vector.of(1));
    Prediction early = PublishedNoiseLevel.of2024();
    Experiment heavy = on(f, NORMAL, new HeavyBall(falling, c(0.9)), 30, 1);
    assertThat(all(early, heavy, 21)).isEmpty();
    Experiment buffer = on(f, NORMAL, new PytorchMomentum(falling, c(0.9)), 30, 1);
    assertThat(level(EXACT, buffer, 21)).isLessThan(level(early, buffer, 21));
    assertThat(level(EXACT, heavy, 21)).isGreaterThan(level(early, buffer, 21));
  }

  /** E |omega|^2 stays below the bounds with K, and above the one without at the first steps. */
  @ParameterizedTest
  @CsvSource({"1e-5, 8014", "0.001, 0", "0.01, 0", "0.1, 547"})
  void boundsWithKHold(double eta, double largest) {
    Objective f = new Quadratic(Vector.of(1));
    double[] steps = java.util.stream.IntStream.rangeClosed(1, 2000).asDoubleStream().toArray();
    for (Dynamics dynamics : new Dynamics[] {ball(eta, 0.9), normalised(eta, 0.9)}) {
      Experiment e = on(f, NORMAL, dynamics, 2000, 10);
      double bound = level(PublishedNoiseLevel.of2024(), e, 1);
      double highest =
          all(EXACT, e, steps).values().stream()
              .filter(p -> p.quantity().equals("noise-level"))
              .mapToDouble(Predicted::value)
              .max()
              .orElseThrow();
      assertThat(highest).isLessThan(bound);
      if (largest > 0 && dynamics instanceof HeavyBall) {
        assertThat(highest).isCloseTo(largest, within(1.0));
      }
    }
    Experiment average = on(f, NORMAL, normalised(eta, 0.9), 2000, 10);
    assertThat(level(EXACT, average, 1)).isCloseTo(0.01 + 81, within(1e-9));
  }
}
