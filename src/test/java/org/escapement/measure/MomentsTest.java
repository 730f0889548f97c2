package org.escapement.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.escapement.data.Torus;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Domain;
import org.escapement.model.Matrix;
import org.escapement.model.Vector;
import org.escapement.noise.Gaussian;
import org.escapement.noise.NoNoise;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.FullQuadratic;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.Quadratic;
import org.escapement.random.RandomKey;
import org.escapement.simulate.Chunk;
import org.escapement.simulate.ExitTimes;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final RandomKey KEY = RandomKey.of(5, "moments");
  private static final int TRAJECTORIES = 3000;

  private static Experiment experiment(Vector curvature, Vector start, Domain domain) {
    return new Experiment(
        new Quadratic(curvature),
        new Gaussian(1),
        new HeavyBall(new Constant(0.1), new Constant(0.5)),
        start,
        domain,
        203,
        Double.POSITIVE_INFINITY);
  }

  private static Findings run(Experiment e, List<Measure<?>> measures, Chunk chunk, int lanes) {
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    return Simulation.run(e, KEY, all, chunk, lanes).summary();
  }

  private static List<Reading> readings(Experiment e, Moments moments) {
    List<Measure<?>> measures = List.of(moments);
    return Measurement.readings(measures, run(e, measures, new Chunk(0, 0, TRAJECTORIES), 256), e);
  }

  /**
   * Var x = eta s^2 (1 + mu) / (a (1 - mu) (2 (1 + mu) - eta a)) in the stationary state of heavy
   * ball (an AR(2) process): 0.1034483 for eta 0.1, mu 0.5, a = 1. After 200 steps the transient is
   * below 1e-8. Six standard errors: false alarm 2e-9.
   */
  @Test
  @Tag("digits")
  void secondMomentIsThatOfTheStationaryProcess() {
    Experiment e = experiment(Vector.of(1, 1), Vector.of(0, 0), new WholeSpace());
    List<Reading> readings =
        readings(
            e, new Moments(List.of("loss", "mean", "second", "cross", "norm"), new AtHorizon()));
    assertThat(readings)
        .extracting(Reading::name)
        .containsExactly(
            "loss", "mean.1", "mean.2", "second.1.1", "second.2.2", "cross.1.2", "norm");
    assertThat(readings).allMatch(r -> r.step() == 203 && r.trajectories() == TRAJECTORIES);
    double[] expected = {0.1034483, 0, 0, 0.1034483, 0.1034483, 0, 0.2068966};
    for (int k = 0; k < expected.length; k++) {
      Reading reading = readings.get(k);
      assertThat(reading.value()).isCloseTo(expected[k], within(6 * reading.stdError()));
    }
    double squares = 2 * 0.1034483 * 0.1034483 / TRAJECTORIES;
    assertThat(readings.get(3).stdError()).isCloseTo(Math.sqrt(squares), within(3e-4));
  }

  @Test
  @Tag("digits")
  void neitherLanesNorChunksMatter() {
    Experiment e = experiment(Vector.of(1), Vector.of(0.2), new Interval(-0.5, 0.7));
    List<Measure<?>> measures =
        List.of(new Moments(List.of("loss", "mean"), new EvenlySpaced(7)), new ExitTime());
    Findings whole = run(e, measures, new Chunk(0, 0, 700), 256);
    Findings first = run(e, measures, new Chunk(0, 0, 123), 7);
    Findings rest = run(e, measures, new Chunk(1, 123, 577), 64);
    assertThat(rest.merge(first)).isEqualTo(whole);
    long alive = ((Means) whole.others().get(0)).count(0);
    assertThat(alive).isBetween(1L, 699L);
  }

  /** Those that have left are not averaged; those that are left are counted. */
  @Test
  @Tag("digits")
  void countsTheTrajectoriesThatHaveNotEnded() {
    Experiment e = experiment(Vector.of(1), Vector.of(0), new Interval(-0.7, 0.7));
    List<Measure<?>> measures = List.of(new Moments(List.of("mean"), new AtHorizon()));
    Findings found = run(e, measures, new Chunk(0, 0, 2000), 256);
    Reading reading = Measurement.readings(measures, found, e).get(0);
    assertThat(reading.trajectories()).isEqualTo(found.exits().censored());
    assertThat(found.exits().exited()).isPositive();
    assertThat(Math.abs(reading.value())).isLessThan(0.7);
  }

  @Test
  @Tag("digits")
  void findingsAreReadAsTheyWereWritten() throws IOException {
    Experiment e = experiment(Vector.of(1), Vector.of(0), new Interval(-0.3, 0.3));
    List<Measure<?>> measures = List.of(new Moments(List.of("second"), new GeometricallySpaced(5)));
    Findings found = run(e, measures, new Chunk(0, 0, 100), 64);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    found.write(new DataOutputStream(bytes));
    Measurement all = new Measurement(ExitTimes.summaryOnly(), measures);
    assertThat(all.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
        .isEqualTo(found);
  }

  @Test
  @Tag("digits")
  void offAxisIsTheShareOfTheOtherAxesAndPositiveASign() {
    Experiment still =
        new Experiment(
            new Quadratic(Vector.of(0, 0, 0)),
            new NoNoise(),
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            Vector.of(1, -2, 2),
            new WholeSpace(),
            4,
            Double.POSITIVE_INFINITY);
    assertThat(
            readings(still, new Moments(List.of("norm", "off-axis", "positive"), new AtHorizon())))
        .extracting(Reading::name, Reading::value)
        .containsExactly(
            tuple("norm", 9.0),
            tuple("off-axis.1", 8.0 / 9),
            tuple("off-axis.2", 5.0 / 9),
            tuple("off-axis.3", 5.0 / 9),
            tuple("positive.1", 1.0),
            tuple("positive.2", 0.0),
            tuple("positive.3", 1.0));
  }

  @Test
  void numbersThatAreNotFiniteAreLeftOut() {
    Means.Tally tally = new Means.Tally(1);
    tally.add(0, 1);
    tally.add(0, Double.NaN);
    tally.add(0, 1e200);
    tally.add(0, 4);
    Means means = tally.means();
    assertThat(means.count(0)).isEqualTo(2);
    assertThat(means.mean(0)).isEqualTo(2.5);
    assertThat(means.stdError(0)).isEqualTo(1.5);
    assertThat(new Means.Tally(1).means().mean(0)).isNaN();
  }

  @Test
  void stepsOfEverySpacing() {
    assertThat(new AtHorizon().steps(7)).containsExactly(7);
    assertThat(new AtSteps(Vector.of(10, 2, 2)).steps(10)).containsExactly(2, 10);
    assertThat(new EvenlySpaced(4).steps(100)).containsExactly(25, 50, 75, 100);
    assertThat(new EvenlySpaced(9).steps(3)).containsExactly(1, 2, 3);
    assertThat(new GeometricallySpaced(4).steps(1000)).containsExactly(1, 10, 100, 1000);
  }

  @Test
  void refusesWhatCannotBeMeasured() {
    assertThatThrownBy(() -> new Moments(List.of("lost"), new AtHorizon()))
        .hasMessage(
            "of must be some of [loss, gradient-norm, sharpness, accuracy, test-loss, test-accuracy,"
                + " mean, second, cross, norm, off-axis, positive, velocity, velocity-second,"
                + " velocity-cross, position-velocity, position-velocity-cross], got lost");
    assertThatThrownBy(() -> new Moments(List.of("loss", "loss"), new AtHorizon()))
        .hasMessage("of must name something, each once, got [loss, loss]");
    assertThatThrownBy(() -> new AtSteps(Vector.of(2.5)))
        .hasMessage("steps must be whole numbers, got 2.5");
    Experiment e = experiment(Vector.of(1), Vector.of(0), new WholeSpace());
    assertThat(new Moments(List.of("loss"), new AtSteps(Vector.of(300))).problem(e))
        .contains("step 300 lies beyond the horizon, 203 steps");
  }

  /** Blocks, single numbers and numbers without a square add up to the same. */
  @Test
  void blocksAddUpAsSingleNumbers() {
    double[] x = {0.25, -3, 1e-200, 0, 7e8, Double.NaN, 1e200, -0.1};
    Means.Tally single = new Means.Tally(2);
    Means.Tally block = new Means.Tally(2);
    for (int i = 0; i < x.length; i++) {
      single.add(i < 5 ? 0 : 1, x[i]);
    }
    block.add(0, x, 5);
    block.add(1, java.util.Arrays.copyOfRange(x, 5, 8), 3);
    assertThat(block.means()).isEqualTo(single.means());
    assertThat(single.means().count(1)).isEqualTo(1);
  }

  @Test
  void meansTravelAsBytes() throws IOException, ClassNotFoundException {
    Means.Tally tally = new Means.Tally(3);
    tally.add(1, 0.1);
    tally.add(1, -7);
    Means means = tally.means();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(means);
    assertThat(new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject())
        .isEqualTo(means);
  }

  /**
   * The stationary heavy ball: E v^2 = 2 E x^2 (1 - rho) and E x v = E x^2 (1 - rho) with the
   * correlation of neighbours rho = (1 + mu - eta a)/(1 + mu) of an AR(2) process, 1 - rho = 1/15
   * for eta 0.1, mu 0.5, a = 1. Six standard errors: false alarm 2e-9 each.
   */
  @Test
  @Tag("digits")
  void momentsOfTheVelocity() {
    Experiment e = experiment(Vector.of(1, 1), Vector.of(0, 0), new WholeSpace());
    List<String> words =
        List.of(
            "velocity",
            "velocity-second",
            "velocity-cross",
            "position-velocity",
            "position-velocity-cross");
    List<Reading> readings = readings(e, new Moments(words, new AtHorizon()));
    assertThat(readings)
        .extracting(Reading::name)
        .containsExactly(
            "velocity.1",
            "velocity.2",
            "velocity-second.1.1",
            "velocity-second.2.2",
            "velocity-cross.1.2",
            "position-velocity.1.1",
            "position-velocity.2.2",
            "position-velocity-cross.1.2",
            "position-velocity-cross.2.1");
    double along = 0.1034483 / 15;
    double[] expected = {0, 0, 2 * along, 2 * along, 0, along, along, 0, 0};
    for (int k = 0; k < expected.length; k++) {
      Reading reading = readings.get(k);
      assertThat(reading.value()).isCloseTo(expected[k], within(6 * reading.stdError()));
    }
  }

  // The path of f = (3 y1^2 + y2^2)/2 with y = ((x1 + x2)/sqrt 2, (x1 - x2)/sqrt 2), no noise.
  @Test
  void seesTheEigenbasis() {
    Experiment turned =
        new Experiment(
            new FullQuadratic(Matrix.of(new double[] {2, 1}, new double[] {1, 2})),
            new NoNoise(),
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            Vector.of(1, 0.25),
            new WholeSpace(),
            9,
            Double.POSITIVE_INFINITY);
    double half = Math.sqrt(0.5);
    Experiment straight =
        new Experiment(
            new Quadratic(Vector.of(3, 1)),
            new NoNoise(),
            turned.dynamics(),
            Vector.of(1.25 * half, 0.75 * half),
            new WholeSpace(),
            9,
            Double.POSITIVE_INFINITY);
    List<String> words =
        List.of("loss", "norm", "mean", "cross", "velocity", "position-velocity-cross");
    List<Reading> seen =
        readings(turned, new Moments(words, new AtHorizon(), "eigenbasis", "origin"));
    List<Reading> plain = readings(straight, new Moments(words, new AtHorizon()));
    assertThat(seen)
        .extracting(Reading::quantity)
        .contains("loss", "norm", "eigenbasis.mean", "eigenbasis.position-velocity-cross");
    for (int k = 0; k < plain.size(); k++) {
      assertThat(seen.get(k).value()).isCloseTo(plain.get(k).value(), within(1e-14));
    }
  }

  @Test
  void countsFromTheSolution() {
    LeastSquares f = new LeastSquares(new Torus(9, 2, 1.25, 0.75), 9, "without-replacement");
    Vector solution = f.knownSolution().orElseThrow();
    Experiment e =
        new Experiment(
            f,
            new NoNoise(),
            new HeavyBall(new Constant(0.1), new Constant(0.5)),
            solution,
            new WholeSpace(),
            5,
            Double.POSITIVE_INFINITY);
    List<String> words = List.of("mean", "norm", "velocity", "position-velocity");
    List<Reading> readings =
        readings(e, new Moments(words, new AtHorizon(), "eigenbasis", "solution"));
    assertThat(readings)
        .extracting(Reading::quantity)
        .contains("eigenbasis.error.mean", "error.norm", "eigenbasis.velocity")
        .contains("eigenbasis.error.position-velocity");
    assertThat(readings).allMatch(r -> Math.abs(r.value()) < 1e-15);
  }

  @Test
  void refusesWhatIsNotThere() {
    Experiment well =
        new Experiment(
            new DoubleWell(1, 1),
            new NoNoise(),
            new Sgd(new Constant(0.1)),
            Vector.of(0.5),
            new WholeSpace(),
            5,
            Double.POSITIVE_INFINITY);
    When end = new AtHorizon();
    assertThat(new Moments(List.of("velocity"), end).problem(well).orElseThrow())
        .startsWith("moments of the velocity need a dynamics whose state is position and velocity");
    assertThat(new Moments(List.of("mean"), end, "eigenbasis", "origin").problem(well))
        .hasValueSatisfying(p -> assertThat(p).startsWith("basis eigenbasis needs an objective"));
    assertThat(new Moments(List.of("mean"), end, "coordinates", "solution").problem(well))
        .hasValueSatisfying(p -> assertThat(p).startsWith("about solution needs an objective"));
    assertThatThrownBy(() -> new Moments(List.of("mean"), end, "axes", "origin"))
        .hasMessage("basis must be one of [coordinates, eigenbasis], got axes");
    Experiment wide = experiment(Vector.filled(1, 2000), Vector.zero(2000), new WholeSpace());
    assertThat(new Moments(List.of("cross"), end).problem(wide))
        .contains("1999000 numbers at 1 steps are more than 1048576");
  }
}
