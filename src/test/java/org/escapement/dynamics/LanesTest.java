package org.escapement.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.Examples;
import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.objective.Saddle;
import org.escapement.random.Draws;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A trajectory does not depend on the lanes beside it, on its own lane, or on who had it before:
 * under every dynamics, with schedules too.
 */
@Tag("digits")
class LanesTest {
  private static final int TRAJECTORIES = 40;
  private static final Vector START = Vector.of(-1, -0.5);

  static List<Dynamics> dynamics() {
    return Examples.dynamics();
  }

  private static Objective well(Dynamics dynamics) {
    return dynamics instanceof HessianAware || dynamics instanceof ExactlyGraduated
        ? new Saddle(Vector.of(-1, 2), 1)
        : new CoupledDoubleWell(0.25, 1, 2);
  }

  private static Noise noise(Dynamics dynamics) {
    return dynamics instanceof LangevinBaoab ? new NoNoise() : new Gaussian(0.7);
  }

  /** Multiples of 4 that differ, so that lanes stand at different steps. */
  private static int length(long trajectory) {
    return Draws.PHASES * (int) (1 + trajectory * 7 % 11);
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void areInvisible(Dynamics dynamics) {
    double[][] narrow = finalStates(dynamics, 1);
    assertThat(finalStates(dynamics, 7)).isEqualTo(narrow);
    assertThat(finalStates(dynamics, 64)).isEqualTo(narrow);
    double[][] path = Paths.of(dynamics, well(dynamics), noise(dynamics), START, length(5), 5);
    assertThat(narrow[5]).isEqualTo(path[length(5)]);
  }

  /** {@code [t][j]}: the state of trajectory t at its length, run with refill and retirement. */
  private static double[][] finalStates(Dynamics dynamics, int lanes) {
    Batch batch = Paths.batch(dynamics, well(dynamics), START, lanes);
    Stepper stepper =
        dynamics.start(well(dynamics), noise(dynamics), new Draws(Paths.KEY, lanes), lanes);
    double[][] states = new double[TRAJECTORIES][];
    int next = 0;
    while (batch.size() < lanes && next < TRAJECTORIES) {
      batch.add(next++);
    }
    while (batch.size() > 0) {
      stepper.draw(batch);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        stepper.advance(batch, phase);
      }
      batch.countSteps();
      for (int lane = batch.size() - 1; lane >= 0; lane--) {
        long trajectory = batch.trajectories()[lane];
        if (batch.steps()[lane] == length(trajectory)) {
          states[(int) trajectory] = Paths.lane(batch, lane);
          if (next < TRAJECTORIES) {
            batch.refill(lane, next++);
          } else {
            batch.retire(lane);
          }
        }
      }
    }
    return states;
  }
}
