package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.escapement.data.Torus;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.Rastrigin;
import org.escapement.objective.Rosenbrock;
import org.escapement.objective.Saddle;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An optimiser on smoothed objectives. */
@Tag("digits")
class GraduatedTest {
  private static final Schedule ONE = new Constant(1);
  private static final Schedule ETA = new Constant(0.08);
  private static final Schedule BETA = new Constant(0.8);

  /** Without smoothing the mean of equal gradients is the gradient: exact for powers of two. */
  @Test
  void isItsOptimiserWhereNothingIsSmoothed() {
    Objective well = new CoupledDoubleWell(0.25, 1, 2);
    for (Dynamics of : new Dynamics[] {new Sgd(ETA), new HeavyBall(ETA, BETA)}) {
      Dynamics graduated = new Graduated(of, new Constant(0), "ball", 4);
      assertThat(Paths.of(graduated, well, new Gaussian(0.7), Vector.of(-1, -1), 50, 3))
          .isDeepEqualTo(Paths.of(of, well, new Gaussian(0.7), Vector.of(-1, -1), 50, 3));
    }
  }

  /**
   * f' = x^3 - x at x - delta z. Of five points four are in a first group, which has a slot for
   * each of the two coordinates, and one is in a second; each step of a block has slots of its own.
   */
  @Test
  void eachStepIsTheMeanOverItsPoints() {
    int first = 3 << 21;
    Objective f = new Saddle(Vector.of(-1, -1), 1);
    Schedule delta = new PolynomialStages(0.4, 4, 2, 1, 0.05);
    double[][] path =
        Paths.of(
            new Graduated(new Sgd(ETA), delta, "gaussian", 5),
            f,
            new NoNoise(),
            Vector.of(0.5, -0.9),
            12,
            7);
    Draws draws = new Draws(Paths.KEY, 1);
    for (int step = 0; step < 12; step++) {
      int phase = step % Draws.PHASES;
      for (int k = 0; k < 2; k++) {
        double slope = 0;
        for (int j = 0; j < 5; j++) {
          double[][] z = new double[Draws.PHASES][1];
          int slot = first + (2 * phase + j / 4) * 2 + k;
          draws.normal(new long[] {7}, new long[] {step - phase}, 1, slot, z);
          double y = path[step][k] - delta.at(step) * z[j % 4][0];
          slope += y * y * y - y;
        }
        assertThat(path[step + 1][k]).isCloseTo(path[step][k] - 0.08 * slope / 5, within(1e-15));
      }
    }
  }

  /** x^3 + 3 delta^2 x - x, the slope of the smoothed x^4/4 - x^2/2. */
  @Test
  void exactlyItSeesTheClosedForm() {
    Objective f = new Saddle(Vector.of(-1, -1), 1);
    Schedule delta = new PolynomialStages(0.7, 4, 2, 1, 0.05);
    Dynamics exact = new ExactlyGraduated(new Sgd(ETA), delta, "gaussian");
    double[][] path = Paths.of(exact, f, new NoNoise(), Vector.of(0.5, -0.9), 12, 7);
    for (int step = 0; step < 12; step++) {
      for (int k = 0; k < 2; k++) {
        double x = path[step][k];
        double slope = x * x * x + (3 * delta.at(step) * delta.at(step) - 1) * x;
        assertThat(path[step + 1][k]).isCloseTo(x - 0.08 * slope, within(1e-15));
      }
    }
    assertThatThrownBy(
            () -> exact.start(new Rosenbrock(2, 1, 100), new NoNoise(), new Draws(Paths.KEY, 1), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("exactly-graduated needs an objective with a closed form");
  }

  /** A batch's rows are the same for all points: with delta 0 the steps of its own SGD. */
  @Test
  void samplesOfTheObjectiveAreThoseOfTheStep() {
    Objective rows = new LeastSquares(new Torus(9, 2, 1.25, 0.75), 3, "without-replacement");
    Vector start = Vector.filled(0.5, rows.dimension());
    Dynamics graduated = new Graduated(new Sgd(ETA), new Constant(0), "sphere", 2);
    double[][] path = Paths.of(graduated, rows, new NoNoise(), start, 30, 3);
    double[][] plain = Paths.of(new Sgd(ETA), rows, new NoNoise(), start, 30, 3);
    assertThat(path[30][0]).isCloseTo(plain[30][0], within(1e-12));
    assertThat(path[30][1]).isCloseTo(plain[30][1], within(1e-12));
  }

  /** The smoothed slope changes by f''' delta^2/2 < 1e-9 and the mean of u by 1e-6 f''/sqrt 4. */
  @Test
  void tendsToItsOptimiser() {
    Objective well = new CoupledDoubleWell(0.25, 1, 2);
    Dynamics graduated = new Graduated(new Sgd(ETA), new Constant(1e-9), "gaussian", 4);
    double[][] path = Paths.of(graduated, well, new NoNoise(), Vector.of(-0.5, 1.2), 50, 3);
    double[][] plain = Paths.of(new Sgd(ETA), well, new NoNoise(), Vector.of(-0.5, 1.2), 50, 3);
    assertThat(path[50][0]).isCloseTo(plain[50][0], within(1e-7)).isNotEqualTo(plain[50][0]);
  }

  /**
   * The mean step is the gradient of the closed form: 2 x + 20 pi q sin(2 pi x) with q = exp(-2
   * pi^2 delta^2) for normal u, 3 (sin k - k cos k)/k^3 with k = 2 pi delta in the ball of R^3. Six
   * standard errors: false alarm 2e-9 for each of six numbers.
   */
  @Test
  void meanStepIsTheGradientOfTheSmoothedFunction() {
    double k = 2 * Math.PI * 0.3;
    assertMean("gaussian", Math.exp(-k * k / 2));
    assertMean("ball", 3 * (Math.sin(k) - k * Math.cos(k)) / (k * k * k));
  }

  private static void assertMean(String law, double q) {
    Dynamics graduated = new Graduated(new Sgd(ONE), new Constant(0.3), law, 5);
    Vector start = Vector.of(0.3, -1.2, 2.1);
    int trajectories = 4000;
    double[][] moves =
        LongStream.range(0, trajectories)
            .mapToObj(t -> step(graduated, start, t))
            .toArray(double[][]::new);
    for (int c = 0; c < 3; c++) {
      double sum = 0;
      double squares = 0;
      for (double[] move : moves) {
        sum += move[c];
        squares += move[c] * move[c];
      }
      double mean = sum / trajectories;
      double error = Math.sqrt((squares / trajectories - mean * mean) / trajectories);
      double x = start.at(c);
      double expected = 2 * x + 20 * Math.PI * q * Math.sin(2 * Math.PI * x);
      assertThat(mean).isCloseTo(expected, within(6 * error));
      assertThat(error).isLessThan(0.5);
    }
  }

  private static double[] step(Dynamics graduated, Vector start, long trajectory) {
    double[][] path =
        Paths.of(graduated, new Rastrigin(3, 10), new NoNoise(), start, 1, trajectory);
    double[] move = new double[3];
    for (int c = 0; c < 3; c++) {
      move[c] = start.at(c) - path[1][c];
    }
    return move;
  }

  @Test
  void refusesWhatIsNoOptimiser() {
    assertThatThrownBy(() -> new Graduated(new EulerMaruyama(ETA), ONE, "ball", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("of must be an optimiser, such as sgd or heavy-ball, got");
    assertThatThrownBy(() -> new Graduated(new Sgd(ETA), ONE, "cube", 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("law must be gaussian");
  }
}
