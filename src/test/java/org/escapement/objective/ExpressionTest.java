package org.escapement.objective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.escapement.domain.HalfSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class ExpressionTest {
  private static final Expression DOUBLE_WELL = new Expression("0.25*(x^2 - 1)^2", List.of("x"));

  /** The slope is the same operations, so the trajectories are the same bits. */
  @Test
  void leavesTheWellAsTheBuiltInOne() {
    assertThat(exits(DOUBLE_WELL)).isEqualTo(exits(new DoubleWell(0.25, 1)));
  }

  private static Object exits(Objective objective) {
    Experiment experiment =
        new Experiment(
            objective,
            new Gaussian(1),
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            Vector.of(-1),
            new HalfSpace(Vector.of(-1), 0),
            100_000,
            Double.POSITIVE_INFINITY);
    return Simulation.run(
            experiment, new RandomKey(1, 2), ExitTimes.summaryOnly(), new Chunk(0, 0, 2000))
        .summary();
  }

  @Test
  void hasTheValuesOfTheBuiltInRastrigin() {
    Expression waves = new Expression("x^2 + 10*(1 - cos(2*pi*x))", List.of("x"));
    double[][] x = {new SplittableRandom(1).doubles(500, -5, 5).toArray()};
    double[] ours = new double[500];
    double[] theirs = new double[500];
    waves.value(x, 500, ours);
    new Rastrigin(1, 10).value(x, 500, theirs);
    assertThat(ours).isEqualTo(theirs);
  }

  /** 200 operations are more than one loop takes. */
  @Test
  void isCutIntoLoops() {
    StringBuilder formula = new StringBuilder("x");
    for (int k = 0; k < 100; k++) {
      formula.insert(0, '(').append(k % 2 == 0 ? ")*y + x" : ")*x - y");
    }
    Expression f = new Expression(formula.toString(), List.of("x", "y"));
    double[][] points = {
      new SplittableRandom(4).doubles(300, -1, 1).toArray(),
      new SplittableRandom(5).doubles(300, -1, 1).toArray()
    };
    double[] out = new double[300];
    f.value(points, 300, out);
    for (int i = 0; i < 300; i++) {
      double x = points[0][i];
      double y = points[1][i];
      double expected = x;
      for (int k = 0; k < 100; k++) {
        expected = k % 2 == 0 ? expected * y + x : expected * x - y;
      }
      assertThat(out[i]).isEqualTo(expected);
    }
  }

  /** More lanes than a simulation has, and then fewer again. */
  @Test
  void takesAnyNumberOfLanes() {
    Expression f = new Expression("exp(-x^2)*sin(3*x) + cos(x)^2", List.of("x"));
    double[] x = new SplittableRandom(2).doubles(10_000, -2, 2).toArray();
    double[] all = new double[x.length];
    double[] few = new double[7];
    f.value(new double[][] {x}, x.length, all);
    f.value(new double[][] {x}, few.length, few);
    assertThat(few).isEqualTo(Arrays.copyOf(all, 7));
  }

  /** Threads work with arrays of their own. */
  @Test
  void threadsDoNotMeet() {
    Expression f = new Expression("exp(-x^2)*sin(3*x) + cos(x)^2", List.of("x"));
    double[] x = new SplittableRandom(3).doubles(256, -2, 2).toArray();
    double[] alone = new double[256];
    f.value(new double[][] {x}, 256, alone);
    List<double[]> together =
        java.util.stream.IntStream.range(0, 2000)
            .parallel()
            .mapToObj(
                k -> {
                  double[] out = new double[256];
                  f.value(new double[][] {x}, 256, out);
                  return out;
                })
            .toList();
    assertThat(together).allSatisfy(out -> assertThat(out).isEqualTo(alone));
  }
}
