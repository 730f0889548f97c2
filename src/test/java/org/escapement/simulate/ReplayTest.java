package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Polynomial;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final RandomKey KEY = new RandomKey(3, 4);
  private static final Experiment EXPERIMENT =
      new Experiment(
          new IsotropicQuadratic(1, 1),
          new Gaussian(1),
          new Sgd(new Polynomial(0.5, 100, 0.5)),
          Vector.of(0),
          new Interval(-1, 1),
          1000,
          Double.POSITIVE_INFINITY);

  /** Notes what it hears. */
  private static final class Heard implements Replay.Path {
    final List<Long> steps = new ArrayList<>();
    final List<Double> times = new ArrayList<>();
    final List<Double> positions = new ArrayList<>();
    final List<Ending> endings = new ArrayList<>();

    @Override
    public void at(long step, double time, double[] x) {
      steps.add(step);
      times.add(time);
      positions.add(x[0]);
    }

    @Override
    public void ended(Ending how, long made, int side) {
      endings.add(how);
    }
  }

  private static Heard replay(long trajectory, long every) {
    Heard heard = new Heard();
    Simulation.run(EXPERIMENT, KEY, new Replay(every, heard), new Chunk(0, trajectory, 1));
    return heard;
  }

  @Test
  void isTheTrajectoryOfTheRunBitForBit() {
    ExitRows rows =
        Simulation.run(EXPERIMENT, KEY, ExitTimes.keepingBelow(20), new Chunk(0, 0, 20))
            .rows()
            .orElseThrow();
    for (int t = 0; t < 20; t++) {
      Heard heard = replay(t, 3);
      int last = heard.steps.size() - 1;
      assertThat(heard.endings).containsExactly(rows.ending(t));
      assertThat(heard.steps.get(last)).isEqualTo(rows.step(t));
      assertThat(heard.times.get(last)).isEqualTo(rows.time(t));
      assertThat(heard.positions.get(last)).isEqualTo(rows.position(t).orElseThrow()[0]);
      assertThat(heard.steps.subList(0, last)).allMatch(step -> step % 3 == 0);
    }
  }

  @Test
  void tellsTheTimeOfTheClock() {
    Heard heard = replay(5, 1);
    Clock clock = new Clock(EXPERIMENT.dynamics().stepSize());
    for (int j = 0; j < heard.steps.size(); j++) {
      assertThat(heard.times.get(j)).isEqualTo(clock.at(heard.steps.get(j)));
    }
  }

  @Test
  void isOfOneTrajectory() {
    assertThatThrownBy(
            () -> Simulation.run(EXPERIMENT, KEY, new Replay(1, new Heard()), new Chunk(0, 0, 2)))
        .hasMessageStartingWith("a replay is of one trajectory, not of Chunk[");
    assertThatThrownBy(() -> new Replay(0, new Heard()))
        .hasMessage("every must be at least 1, got 0");
  }
}
