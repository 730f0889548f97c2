package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.escapement.data.GaussianRows;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Isotropic;
import org.escapement.data.Torus;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.noise.NoNoise;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.PhaseRetrieval;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lanes in rows against lanes in columns. */
@Tag("digits")
class LaneStepperTest {
  private static final int LANES = 21;

  /** An objective whose samples do not say that they look at one lane after the other. */
  private record Columns(SampledObjective of) implements SampledObjective {
    @Override
    public int dimension() {
      return of.dimension();
    }

    @Override
    public void value(double[][] x, int n, double[] out) {
      of.value(x, n, out);
    }

    @Override
    public void gradient(double[][] x, int n, double[][] out) {
      of.gradient(x, n, out);
    }

    @Override
    public Samples startSamples(Draws draws, int lanes) {
      Samples samples = of.startSamples(draws, lanes);
      return new Samples() {
        @Override
        public void draw(Batch batch) {
          samples.draw(batch);
        }

        @Override
        public void gradient(double[][] x, int n, int phase, double[][] out) {
          samples.gradient(x, n, phase, out);
        }
      };
    }
  }

  static Stream<Dynamics> dynamics() {
    return Stream.of(
            new Schedule[] {new Constant(0.3), new Constant(0.7)},
            new Schedule[] {new Polynomial(0.3, 9, 0.5), new Exponential(0.7, 40)})
        .flatMap(
            s ->
                Stream.of(
                    new HeavyBall(s[0], s[1]),
                    new PytorchMomentum(s[0], s[1]),
                    new NormalisedHeavyBall(s[0], s[1]),
                    new QuasiHyperbolic(s[0], s[1], 0.6),
                    new Sgd(s[0])));
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void rowsAndColumnsHaveTheSameDigits(Dynamics dynamics) {
    same(50, dynamics, new LeastSquares(new Torus(40, 5, 1.5, 1.5), 5, "without-replacement"));
  }

  @Test
  void rowsAndColumnsOfPhaseRetrievalHaveTheSameDigits() {
    Dynamics dynamics = new HeavyBall(new Constant(1e-3), new Constant(0.5));
    same(50, dynamics, new PhaseRetrieval(new GaussianSignal(30, 9, 1), 6, "with-replacement"));
  }

  /** So many coordinates that they are moved in pieces. */
  @Test
  void piecesDoNotMatter() {
    GaussianRows rows = new GaussianRows(30, new Isotropic(1061, 1), 0.25, 1.5, 0.1, 4);
    LeastSquares large = new LeastSquares(rows, 5, "without-replacement");
    same(22, new HeavyBall(new Constant(1e-4), new Exponential(0.7, 40)), large);
    same(22, new Sgd(new Polynomial(3e-4, 9, 0.5)), large);
  }

  private static void same(int draws, Dynamics dynamics, SampledObjective objective) {
    assertThat(after(draws, dynamics, objective))
        .isDeepEqualTo(after(draws, dynamics, new Columns(objective)));
  }

  /** The whole state, looked at now and then, with a lane that begins again and one that leaves. */
  private static double[][] after(int draws, Dynamics dynamics, Objective objective) {
    Batch batch = Paths.batch(dynamics, objective, start(objective.dimension()), LANES);
    for (int i = 0; i < LANES; i++) {
      batch.add(i);
    }
    Stepper stepper = dynamics.start(objective, new NoNoise(), new Draws(Paths.KEY, LANES), LANES);
    for (int draw = 0; draw < draws; draw++) {
      stepper.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        stepper.advance(batch, phase);
        if (draw == 7 && phase == 1) {
          assertThat(batch.state()[0][0]).isFinite();
        }
      }
      batch.countSteps();
      if (draw == 11) {
        batch.refill(4, 100);
      }
      if (draw == 20) {
        batch.retire(2);
      }
    }
    return state(batch);
  }

  private static Vector start(int dimension) {
    return Vector.filled(0.1, dimension);
  }

  private static double[][] state(Batch batch) {
    double[][] state = new double[batch.size()][];
    for (int i = 0; i < state.length; i++) {
      state[i] = Paths.lane(batch, i);
    }
    return state;
  }

  /** Margins lose their sign exactly where the bound is reached or a number is NaN. */
  @Test
  void lanesBeyondTheBoundAreFound() {
    LeastSquares objective = new LeastSquares(new Torus(40, 5, 1.5, 1.5), 40, "reshuffling");
    Dynamics dynamics = new Sgd(new Constant(1e-9));
    Batch batch = Paths.batch(dynamics, objective, start(10), 3);
    for (int i = 0; i < 3; i++) {
      batch.add(i);
    }
    batch.state()[9][1] = 50;
    batch.state()[3][2] = Double.NaN;
    Stepper stepper = dynamics.start(objective, new NoNoise(), new Draws(Paths.KEY, 3), 3);
    stepper.draw(batch);
    stepper.advance(batch, 0);
    for (boolean looked : new boolean[] {false, true}) {
      if (looked) {
        assertThat(batch.state()[9][1]).isBetween(49.0, 50.0);
      }
      assertThat(inside(batch, 50.5)).containsExactly(true, true, false);
      assertThat(inside(batch, 49)).containsExactly(true, false, false);
      assertThat(inside(batch, Double.MAX_VALUE)).containsExactly(true, true, false);
    }
  }

  private static boolean[] inside(Batch batch, double bound) {
    double[] margin = {1, 1, 1};
    batch.narrow(bound, margin);
    return new boolean[] {margin[0] > 0, margin[1] > 0, margin[2] > 0};
  }
}
