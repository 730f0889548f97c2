package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.escapement.domain.Ball;
import org.escapement.domain.Box;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("digits")
class InsideTest {
  private static final int TRAJECTORIES = 4000;

  /** Flat: x is a sum of normal kicks of deviation 0.1. */
  private static Experiment walk(int dimension, Domain domain) {
    return new Experiment(
        new Quadratic(Vector.zero(dimension)),
        new Gaussian(1),
        new Sgd(new Constant(0.1)),
        Vector.zero(dimension),
        domain,
        100,
        Double.POSITIVE_INFINITY);
  }

  private static List<Reading> readings(Experiment e, Inside inside, int lanes) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), List.of(inside));
    Findings found =
        Simulation.run(e, RandomKey.of(5, "inside"), all, new Chunk(0, 0, TRAJECTORIES), lanes)
            .summary();
    return Measurement.readings(List.of(inside), found, e);
  }

  /**
   * Two coordinates of deviation 0.5 and 1 after 25 and 100 steps: P(|x| < 1)^2 = (2 Phi(2) - 1)^2
   * = 0.91107 and (2 Phi(1) - 1)^2 = 0.46606. Six standard errors: false alarm 2e-9.
   */
  @Test
  void countsThoseInTheBox() {
    Inside inside = new Inside(new Box(Vector.of(-1), Vector.of(1)), new EvenlySpaced(4));
    List<Reading> readings = readings(walk(2, new WholeSpace()), inside, 256);
    assertThat(readings).extracting(Reading::name).containsOnly("inside");
    assertThat(readings).extracting(Reading::step).containsExactly(25L, 50L, 75L, 100L);
    assertThat(readings.get(0).value()).isCloseTo(0.91107, within(6 * readings.get(0).stdError()));
    Reading last = readings.get(3);
    assertThat(last.value()).isCloseTo(0.46606, within(6 * last.stdError()));
    assertThat(last.stdError()).isCloseTo(Math.sqrt(0.46606 * 0.53394 / 4000), within(1e-4));
    assertThat(readings(walk(2, new WholeSpace()), inside, 7)).isEqualTo(readings);
  }

  /** Those that have left the domain are no part of it. */
  @Test
  void isAShareOfThoseThatHaveNotEnded() {
    Inside inside = new Inside(new Ball(Vector.of(0), 0.7), new AtHorizon());
    Reading reading = readings(walk(1, new Interval(-0.7, 0.7)), inside, 256).get(0);
    assertThat(reading.value()).isEqualTo(1);
    assertThat(reading.trajectories()).isBetween(1L, TRAJECTORIES - 1L);
  }

  @Test
  void saysWhatDoesNotFit() {
    Inside inside = new Inside(new Ball(Vector.of(0, 1), 0.7), new AtHorizon());
    assertThat(inside.problem(walk(3, new WholeSpace())))
        .contains("center has 2 coordinates, the objective 3");
    assertThat(inside.problem(walk(2, new WholeSpace()))).isEmpty();
  }
}
