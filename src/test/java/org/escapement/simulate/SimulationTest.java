package org.escapement.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.escapement.data.NoData;
import org.escapement.data.Torus;
import org.escapement.domain.Ball;
import org.escapement.domain.HalfSpace;
import org.escapement.domain.Interval;
import org.escapement.domain.WholeSpace;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.Exponential;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.network.Clusters;
import org.escapement.network.Network;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.noise.StudentT;
import org.escapement.objective.DoubleWell;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.LeastSquares;
import org.escapement.objective.StyblinskiTang;
import org.escapement.random.RandomKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("digits")
class SimulationTest {
  private static final RandomKey KEY = new RandomKey(0x243f6a8885a308d3L, 0x13198a2e03707344L);
  private static final DoubleWell WELL = new DoubleWell(0.25, 1);
  private static final HalfSpace LEFT = new HalfSpace(Vector.of(-1), 0);

  static Stream<Experiment> experiments() {
    Constant eta = new Constant(0.2);
    double inf = Double.POSITIVE_INFINITY;
    return Stream.of(
        sum(9, "with-replacement", new NoNoise(), inf),
        sum(8, "without-replacement", new NoNoise(), 1.5),
        sum(3, "reshuffling", new NoNoise(), inf),
        sum(8, "reshuffling", new Gaussian(0.1), inf),
        new Experiment(
            WELL,
            new Gaussian(1),
            new HeavyBall(eta, new Constant(0.5)),
            Vector.of(-1),
            LEFT,
            1_000_000,
            inf),
        new Experiment(
            WELL, new Gaussian(1), new Sgd(new Exponential(0.5, 40)), Vector.of(-1), LEFT, 61, inf),
        new Experiment(
            WELL, new Stable(1.5, 0.5), new EulerMaruyama(eta), Vector.of(-1), LEFT, 1000, 3),
        new Experiment(
            WELL,
            new NoNoise(),
            new LangevinBaoab(eta, 0.5, 0.2),
            Vector.of(-1),
            LEFT,
            10_000,
            inf),
        new Experiment(
            new StyblinskiTang(3),
            new StudentT(3, 1),
            new Nesterov(new Constant(0.01), new Constant(0.9)),
            Vector.of(-2.9, -2.9, -2.9),
            new Ball(Vector.of(-2.9, -2.9, -2.9), 1),
            10_000,
            inf),
        new Experiment(
            new IsotropicQuadratic(1, 2),
            new IsotropicStable(1.2, 0.3),
            new EulerMaruyama(eta),
            Vector.zero(2),
            new Ball(Vector.zero(2), 1),
            10_000,
            inf));
  }

  /** Least squares on its way from the origin to the solution, at distance 2.1. */
  private static Experiment sum(int batch, String sampling, Noise noise, double divergedBeyond) {
    return new Experiment(
        new LeastSquares(new Torus(32, 3, 1.5, 1.5), batch, sampling),
        noise,
        new HeavyBall(new Constant(0.3), new Constant(0.6)),
        Vector.zero(6),
        new Ball(Vector.zero(6), 1.7),
        60,
        divergedBeyond);
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void lanesDoNotMatter(Experiment experiment) {
    Chunk chunk = new Chunk(0, 1000, 700);
    ChunkResult<ExitSummary> one = run(experiment, chunk, 1);
    for (int lanes : new int[] {7, 64, 512, 1024}) {
      ChunkResult<ExitSummary> many = run(experiment, chunk, lanes);
      assertThat(many.summary()).isEqualTo(one.summary());
      assertThat(many.steps()).isEqualTo(one.steps());
      assertThat(positions(many)).isEqualTo(positions(one));
    }
  }

  @ParameterizedTest
  @MethodSource("experiments")
  void cutsDoNotMatter(Experiment experiment) {
    ExitSummary whole = run(experiment, new Chunk(0, 0, 500), 64).summary();
    ExitSummary first = run(experiment, new Chunk(0, 0, 123), 64).summary();
    ExitSummary rest = run(experiment, new Chunk(1, 123, 377), 64).summary();
    assertThat(first.merge(rest)).isEqualTo(whole);
    assertThat(rest.merge(first)).isEqualTo(whole);
  }

  /** Of 2^19 coordinates, however cheap a step is. */
  @Test
  void largePositionsHaveFewLanes() {
    assertThat(Simulation.lanes(sum(32, "with-replacement", new NoNoise(), 1))).isEqualTo(64);
    assertThat(Simulation.lanes(plain(1))).isEqualTo(256);
    assertThat(Simulation.lanes(plain(2048))).isEqualTo(256);
    assertThat(Simulation.lanes(plain(65_536))).isEqualTo(8);
    assertThat(Simulation.lanes(on(network(100)))).isEqualTo(6);
    assertThat(Simulation.lanes(on(network(1000)))).isEqualTo(1);
  }

  private static Experiment plain(int dimension) {
    return on(new IsotropicQuadratic(1, dimension));
  }

  /** A batch of one row costs a tenth of a plain function more. */
  private static Objective network(int hidden) {
    return new Network(
        new Clusters(4, 784, 2, 0.4),
        List.of(hidden),
        "relu",
        "cross-entropy",
        2,
        new Constant(1),
        "without-replacement",
        new NoData());
  }

  private static Experiment on(Objective objective) {
    return new Experiment(
        objective,
        new NoNoise(),
        new Sgd(new Constant(0.1)),
        Vector.zero(objective.dimension()),
        new WholeSpace(),
        40,
        Double.POSITIVE_INFINITY);
  }

  @Test
  void everyTrajectoryEndsOnce() {
    Experiment experiment =
        new Experiment(
            WELL,
            new Stable(1.1, 1),
            new EulerMaruyama(new Constant(0.1)),
            Vector.of(-1),
            LEFT,
            51,
            4);
    ExitSummary summary = run(experiment, new Chunk(0, 0, 3001), 256).summary();
    assertThat(summary.trajectories()).isEqualTo(3001);
    assertThat(summary.exited()).isPositive();
    assertThat(summary.censored()).isPositive();
    assertThat(summary.diverged()).isPositive();
  }

  @Test
  void horizonOneCensorsAfterOneStep() {
    Experiment experiment =
        new Experiment(
            WELL,
            new NoNoise(),
            new Sgd(new Constant(0.1)),
            Vector.of(-0.5),
            new Interval(-1, 0),
            1,
            Double.POSITIVE_INFINITY);
    ChunkResult<ExitSummary> result = run(experiment, new Chunk(0, 0, 10), 4);
    assertThat(result.summary().censored()).isEqualTo(10);
    assertThat(result.steps()).isEqualTo(10);
  }

  private static ChunkResult<ExitSummary> run(Experiment experiment, Chunk chunk, int lanes) {
    return Simulation.run(experiment, KEY, ExitTimes.keepingBelow(Long.MAX_VALUE), chunk, lanes);
  }

  private static List<List<Object>> positions(ChunkResult<ExitSummary> result) {
    ExitRows rows = result.rows().orElseThrow();
    return java.util.stream.IntStream.range(0, rows.size())
        .mapToObj(
            r ->
                List.<Object>of(
                    rows.trajectory(r),
                    rows.ending(r),
                    rows.step(r),
                    rows.side(r),
                    rows.position(r).map(Vector::of)))
        .toList();
  }
}
