package org.escapement.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.escapement.domain.AroundStart;
import org.escapement.domain.Ball;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Initialised;
import org.escapement.model.Objective;
import org.escapement.model.Start;
import org.escapement.model.StartAt;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Experiment;
import org.junit.jupiter.api.Test;

class StartTest {
  private static final RandomKey KEY = RandomKey.of(42);
  private static final int D = 3000;
  private static final Objective BOWL = new IsotropicQuadratic(1, D);

  /** 40 trajectories with 3000 coordinates: 120 000 numbers, mean and mean square. */
  private static double[] moments(Start start) {
    LongFunction<double[]> places = start.places(BOWL, KEY);
    double[] sums = new double[2];
    for (long trajectory = 0; trajectory < 40; trajectory++) {
      for (double x : places.apply(trajectory)) {
        sums[0] += x / (40 * D);
        sums[1] += x * x / (40 * D);
      }
    }
    return sums;
  }

  /** Within 5 standard errors: a false alarm is less likely than 1e-6. */
  @Test
  void uniformNumbersFillTheBox() {
    UniformStart start = new UniformStart(Vector.of(-1), Vector.of(3));
    assertThat(moments(start)[0]).isCloseTo(1, within(5 * Math.sqrt(16 / 12.0 / (40 * D))));
    assertThat(Arrays.stream(start.places(BOWL, KEY).apply(7))).allMatch(x -> x > -1 && x < 3);
  }

  /** As above; the square of a normal number has variance 2 sigma^4. */
  @Test
  void normalNumbersHaveTheDeviation() {
    double[] found = moments(new NormalStart(Vector.of(0), Vector.of(0.5)));
    assertThat(found[0]).isCloseTo(0, within(5 * 0.5 / Math.sqrt(40 * D)));
    assertThat(found[1]).isCloseTo(0.25, within(5 * 0.25 * Math.sqrt(2.0 / (40 * D))));
  }

  @Test
  void numbersBelongToTrajectoryAndCoordinate() {
    UniformStart start = new UniformStart(Vector.of(0), Vector.of(1));
    LongFunction<double[]> places = start.places(BOWL, KEY);
    double[] second = places.apply(1).clone();
    double[] first = places.apply(0).clone();
    assertThat(first).doesNotHaveDuplicates();
    assertThat(second).doesNotContain(first);
    assertThat(places.apply(1)).containsExactly(second);
    double[] fewer = start.places(new IsotropicQuadratic(1, 5), KEY).apply(0);
    assertThat(fewer).containsExactly(Arrays.copyOf(first, 5));
  }

  @Test
  void oneDrawIsShared() {
    UniformStart uniform = new UniformStart(Vector.of(0), Vector.of(1));
    SharedStart shared = new SharedStart(uniform, 42);
    double[] first = uniform.places(BOWL, KEY).apply(0);
    assertThat(shared.places(BOWL, RandomKey.of(1)).apply(5)).containsExactly(first);
    assertThat(shared.position(BOWL)).contains(Vector.of(first));
  }

  /** The quadratic shrinks by 1 - 0.1 a step. */
  @Test
  void trainingEndsWhereDescentDoes() {
    Trained start =
        new Trained(new StartAt(Vector.of(2, -1)), new Sgd(new Constant(0.1)), 7, false, 42);
    Vector found = start.position(new IsotropicQuadratic(1, 2)).orElseThrow();
    assertThat(found.at(0)).isCloseTo(2 * StrictMath.pow(0.9, 7), within(1e-15));
    assertThat(found.at(1)).isCloseTo(-StrictMath.pow(0.9, 7), within(1e-15));
  }

  @Test
  void aTrainingThatDivergesIsRefused() {
    Trained start =
        new Trained(new StartAt(Vector.of(2)), new Sgd(new Constant(1e9)), 100, false, 42);
    assertThatThrownBy(() -> start.position(new IsotropicQuadratic(1, 1)))
        .hasMessageStartingWith("start trained has diverged within 100 steps");
  }

  @Test
  void weightsBeginAsTheObjectiveAsks() {
    assertThatThrownBy(() -> new InitialWeights(1).places(BOWL, KEY))
        .hasMessageContaining("an objective that knows how its weights begin");
    record Network() implements Initialised {
      @Override
      public int dimension() {
        return 2;
      }

      @Override
      public void value(double[][] x, int n, double[] out) {}

      @Override
      public void gradient(double[][] x, int n, double[][] out) {}

      @Override
      public Vector initialDeviations() {
        return Vector.of(2, 0);
      }
    }

    double[] plain = new InitialWeights(1).places(new Network(), KEY).apply(3).clone();
    double[] twice = new InitialWeights(2).places(new Network(), KEY).apply(3);
    assertThat(plain[1]).isZero();
    assertThat(plain[0]).isNotZero();
    assertThat(twice[0]).isEqualTo(2 * plain[0]);
  }

  @Test
  void aDomainAroundTheStartIsABallThere() {
    Experiment experiment =
        new Experiment(
            new IsotropicQuadratic(1, 2),
            new NoNoise(),
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            Vector.of(3, 4),
            new AroundStart(0.5),
            10,
            Double.POSITIVE_INFINITY);
    assertThat(experiment.region()).isEqualTo(new Ball(Vector.of(3, 4), 0.5));
    assertThat(experiment.problems()).isEmpty();
    assertThat(new AroundStart(0.5).sides(2)).containsExactly("out");
  }
}
