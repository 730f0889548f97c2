package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.escapement.data.GaussianSignal;
import org.escapement.data.Torus;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Objective;
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

/** Lanes in rows against lanes in columns, which a schedule makes do that hides being constant. */
@Tag("digits")
class LaneStepperTest {
  private static final int LANES = 21;

  /** A constant that does not say so. */
  private record Hidden(double value) implements Schedule {
    @Override
    public double at(long step) {
      return value;
    }

    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public void check(String interval, String name) {}
  }

  private interface Make extends Function<Function<Double, Schedule>, Dynamics> {}

  static Stream<Make> dynamics() {
    return Stream.of(
        make -> new HeavyBall(make.apply(0.3), make.apply(-0.4)),
        make -> new PytorchMomentum(make.apply(0.3), make.apply(0.7)),
        make -> new NormalisedHeavyBall(make.apply(0.3), make.apply(0.7)),
        make -> new QuasiHyperbolic(make.apply(0.3), make.apply(0.7), 0.6),
        make -> new Sgd(make.apply(0.3)));
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void rowsAndColumnsHaveTheSameDigits(Make make) {
    LeastSquares objective = new LeastSquares(new Torus(40, 5, 1.5, 1.5), 5, "without-replacement");
    assertThat(after(50, make.apply(Constant::new), objective))
        .isDeepEqualTo(after(50, make.apply(Hidden::new), objective));
    PhaseRetrieval phase = new PhaseRetrieval(new GaussianSignal(30, 9, 1), 6, "with-replacement");
    Dynamics rows = new HeavyBall(new Constant(1e-3), new Constant(0.5));
    Dynamics columns = new HeavyBall(new Hidden(1e-3), new Hidden(0.5));
    assertThat(after(50, rows, phase)).isDeepEqualTo(after(50, columns, phase));
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
