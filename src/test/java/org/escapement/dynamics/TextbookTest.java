package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.noise.SumOfNoises;
import org.escapement.objective.DoubleWell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each dynamics against its formula in another form, one trajectory and one number at a time, on
 * the double well f'(x) = x^3 - x with parameters that change at every step.
 */
@Tag("digits")
class TextbookTest {
  private static final int STEPS = 40;
  private static final long NUMBER = 7;
  private static final Objective WELL = new DoubleWell(0.25, 1);
  private static final Noise NOISE = new Gaussian(0.7);
  private static final Schedule ETA = new Polynomial(0.2, 5, 0.6);
  private static final Schedule BETA = new Exponential(0.8, 30);
  private static final double START = -0.9;
  private static final double FRICTION = 1.2;
  private static final double TEMPERATURE = 0.3;

  private final double[] kick = Paths.kicks(NOISE, STEPS, NUMBER);
  private final double[] xi = Paths.thermal(STEPS, NUMBER);
  private final double[] x = new double[STEPS + 1];

  TextbookTest() {
    x[0] = START;
  }

  private static double slope(double x) {
    return x * x * x - x;
  }

  /** g_k, the gradient with noise. */
  private double g(int k) {
    return slope(x[k]) + kick[k];
  }

  private static double eta(int k) {
    return 0.2 * Math.pow(1 + k / 5.0, -0.6);
  }

  private static double beta(int k) {
    return 0.8 * Math.exp(-k / 30.0);
  }

  /** x_{k-1}, where x_{-1} = x_0. */
  private double before(int k) {
    return x[Math.max(k - 1, 0)];
  }

  private void assertPath(Dynamics dynamics, Noise noise) {
    double[][] path = Paths.of(dynamics, WELL, noise, Vector.of(START), STEPS, NUMBER);
    for (int k = 0; k <= STEPS; k++) {
      assertThat(path[k][0]).isCloseTo(x[k], within(1e-12));
    }
  }

  @Test
  void sgd() {
    for (int k = 0; k < STEPS; k++) {
      x[k + 1] = x[k] - eta(k) * g(k);
    }
    assertPath(new Sgd(ETA), NOISE);
  }

  @Test
  void heavyBall() {
    for (int k = 0; k < STEPS; k++) {
      x[k + 1] = x[k] - eta(k) * g(k) + beta(k) * (x[k] - before(k));
    }
    assertPath(new HeavyBall(ETA, BETA), NOISE);
  }

  @Test
  void delayedHeavyBall() {
    for (int delay : new int[] {0, 1, 3, 200}) {
      for (int k = 0; k < STEPS; k++) {
        double late = slope(x[Math.max(k - delay, 0)]) + kick[k];
        x[k + 1] = x[k] - eta(k) * late + beta(k) * (x[k] - before(k));
      }
      assertPath(new DelayedHeavyBall(ETA, BETA, delay), NOISE);
    }
  }

  @Test
  void pytorchMomentum() {
    for (int k = 0; k < STEPS; k++) {
      double memory = k == 0 ? 0 : eta(k) / eta(k - 1) * beta(k) * (x[k] - x[k - 1]);
      x[k + 1] = x[k] - eta(k) * g(k) + memory;
    }
    assertPath(new PytorchMomentum(ETA, BETA), NOISE);
  }

  @Test
  void normalisedHeavyBall() {
    for (int k = 0; k < STEPS; k++) {
      x[k + 1] = x[k] - eta(k) * average(k);
    }
    assertPath(new NormalisedHeavyBall(ETA, BETA), NOISE);
  }

  @Test
  void quasiHyperbolic() {
    for (int k = 0; k < STEPS; k++) {
      x[k + 1] = x[k] - eta(k) * (0.4 * g(k) + 0.6 * average(k));
    }
    assertPath(new QuasiHyperbolic(ETA, BETA, 0.6), NOISE);
  }

  /** The weighted sum of all gradients so far: (1 - beta_j) g_j times the later betas. */
  private double average(int k) {
    return IntStream.rangeClosed(0, k)
        .mapToDouble(
            j ->
                IntStream.rangeClosed(j + 1, k)
                    .mapToDouble(TextbookTest::beta)
                    .reduce((1 - beta(j)) * g(j), (a, b) -> a * b))
        .sum();
  }

  @Test
  void nesterov() {
    for (int k = 0; k < STEPS; k++) {
      double ahead = x[k] + beta(k) * (x[k] - before(k));
      x[k + 1] = ahead - eta(k) * (slope(ahead) + kick[k]);
    }
    assertPath(new Nesterov(ETA, BETA), NOISE);
  }

  @Test
  void eulerMaruyama() {
    Noise stable = new Stable(1.5, 0.2);
    Noise both = new SumOfNoises(List.of(NOISE, stable));
    for (int k = 0; k < STEPS; k++) {
      double jump = stableKick(stable)[k];
      x[k + 1] =
          x[k]
              - eta(k) * slope(x[k])
              + Math.sqrt(eta(k)) * kick[k]
              + Math.pow(eta(k), 1 / 1.5) * jump;
    }
    assertPath(new EulerMaruyama(ETA), both);
  }

  /** The second part of a sum has the slot after the first's. */
  private double[] stableKick(Noise stable) {
    double[] sum = Paths.kicks(new SumOfNoises(List.of(NOISE, stable)), STEPS, NUMBER);
    return IntStream.range(0, STEPS).mapToDouble(k -> sum[k] - kick[k]).toArray();
  }

  @Test
  void langevinEuler() {
    double v = 0;
    for (int k = 0; k < STEPS; k++) {
      double h = eta(k);
      x[k + 1] = x[k] + h * v;
      v +=
          -h * (FRICTION * v + slope(x[k]))
              + Math.sqrt(2 * FRICTION * TEMPERATURE * h) * xi[k]
              + Math.sqrt(h) * kick[k];
    }
    assertPath(new LangevinEuler(ETA, FRICTION, TEMPERATURE), NOISE);
  }

  @Test
  void langevinBaoab() {
    double v = 0;
    for (int k = 0; k < STEPS; k++) {
      double h = eta(k);
      double c = Math.exp(-FRICTION * h);
      double pushed = v - h / 2 * slope(x[k]);
      double thermal = c * pushed + Math.sqrt((1 - c * c) * TEMPERATURE) * xi[k];
      x[k + 1] = x[k] + h / 2 * (pushed + thermal);
      v = thermal - h / 2 * slope(x[k + 1]);
    }
    assertPath(new LangevinBaoab(ETA, FRICTION, TEMPERATURE), new NoNoise());
  }

  @Test
  void baoabRefusesASecondNoise() {
    assertThatThrownBy(() -> assertPath(new LangevinBaoab(ETA, 1, 1), NOISE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "langevin-baoab has thermal noise of its own: noise must be none, got"
                + " Gaussian[scale=0.7]");
  }

  static List<Dynamics> withMomentum() {
    return List.of(new HeavyBall(ETA, BETA), new Nesterov(ETA, BETA));
  }

  @ParameterizedTest
  @MethodSource("withMomentum")
  void bufferIsTheLastMove(Dynamics dynamics) {
    double[][] path = Paths.of(dynamics, WELL, NOISE, Vector.of(START), STEPS, NUMBER);
    assertThat(path[0]).containsExactly(START, 0);
    for (int k = 0; k < STEPS; k++) {
      assertThat(path[k + 1][1]).isCloseTo(path[k + 1][0] - path[k][0], within(1e-15));
    }
  }
}
