package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.escapement.domain.Interval;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.model.Batch;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Test;

class ExitTimesTest {
  private static final Experiment EXPERIMENT =
      new Experiment(
          new Quadratic(Vector.of(1)),
          new Gaussian(1),
          new HeavyBall(new Constant(0.5), new Constant(0)),
          Vector.of(0),
          new Interval(-1, 1),
          100,
          1e6);
  private static final Chunk CHUNK = new Chunk(3, 40, 4);
  private static final Setting SETTING =
      new Setting(EXPERIMENT, new RandomKey(0, 0), CHUNK, CHUNK.trajectories());

  @Test
  void summaryDoesNotDependOnWhichLaneCarriesWhat() {
    Recorder<ExitSummary> straight = ExitTimes.summaryOnly().start(SETTING);
    record(straight, 40, 41, 42, 43);
    Recorder<ExitSummary> mixed = ExitTimes.summaryOnly().start(SETTING);
    record(mixed, 43, 40, 42, 41);
    ExitSummary summary = straight.finish();
    assertThat(mixed.finish()).isEqualTo(summary);
    assertThat(summary).hasToString("2 exited, 1 censored, 1 diverged");
    assertThat(summary.exitedBy(1)).isEqualTo(2);
    assertThat(summary.exits().steps()).isEqualByComparingTo("81");
    assertThat(summary.exits().times()).isEqualByComparingTo("40.5");
    assertThat(straight.rows()).isEmpty();
  }

  @Test
  void rowsBelowANumberAreKeptInOrder() {
    ExitRows rows = rows(ExitTimes.keepingBelow(43)).orElseThrow();
    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.trajectory(0)).isEqualTo(40);
    assertThat(rows.ending(0)).isEqualTo(Ending.EXITED);
    assertThat(rows.step(0)).isEqualTo(40);
    assertThat(rows.time(0)).isEqualTo(20);
    assertThat(rows.side(0)).isEqualTo(1);
    assertThat(rows.position(0)).hasValue(new double[] {40});
    assertThat(rows.ending(2)).isEqualTo(Ending.CENSORED);
    assertThat(rows.side(2)).isEqualTo(-1);
  }

  @Test
  void positionsMayBeKeptForFewer() {
    ExitRows rows = rows(new ExitTimes(Long.MAX_VALUE, 41)).orElseThrow();
    assertThat(rows.size()).isEqualTo(4);
    assertThat(rows.position(0)).isPresent();
    assertThat(rows.position(1)).isEmpty();
  }

  @Test
  void whereItDivergedToIsNoPosition() {
    ExitRows rows = rows(ExitTimes.keepingBelow(Long.MAX_VALUE)).orElseThrow();
    assertThat(rows.ending(3)).isEqualTo(Ending.DIVERGED);
    assertThat(rows.position(3)).isEmpty();
  }

  @Test
  void chunksBeyondTheNumberKeepNothing() {
    assertThat(rows(ExitTimes.keepingBelow(40))).isEmpty();
    assertThat(rows(ExitTimes.keepingBelow(41)).orElseThrow().size()).isEqualTo(1);
  }

  private static Optional<ExitRows> rows(ExitTimes measured) {
    Recorder<ExitSummary> recorder = measured.start(SETTING);
    record(recorder, 41, 43, 40, 42);
    recorder.finish();
    return recorder.rows();
  }

  /** Trajectory t ends at position t after t steps; 42 is censored and 43 explodes. */
  private static void record(Recorder<ExitSummary> recorder, long... trajectories) {
    Batch batch = new Batch(1, 1, Vector.of(0, 0));
    batch.add(0);
    for (long t : trajectories) {
      batch.refill(0, t);
      batch.state()[0][0] = t == 43 ? Double.NaN : t;
      Ending how = t == 42 ? Ending.CENSORED : t == 43 ? Ending.DIVERGED : Ending.EXITED;
      recorder.onEnding(batch, 0, how, t == 42 ? 100 : t, how == Ending.EXITED ? 1 : -1);
    }
  }
}
