package org.escapement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.escapement.Examples;
import org.escapement.data.GaussianSignal;
import org.escapement.model.Domain;
import org.escapement.model.Objective;
import org.escapement.model.Region;
import org.escapement.model.Vector;
import org.escapement.objective.IsotropicQuadratic;
import org.escapement.objective.PhaseRetrieval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every domain, and of each at points inside, outside and on the boundary. */
class DomainContractTest {
  private static final int N = 29;

  static List<Domain> domains() {
    return Examples.domains();
  }

  /** f = |x|^2, unless the domain needs another one. */
  private static Objective objective(Domain domain) {
    if (domain instanceof AwayFromSolution) {
      return new PhaseRetrieval(new GaussianSignal(5, 2, 0), 1, "with-replacement");
    }
    return new IsotropicQuadratic(2, domain instanceof Interval ? 1 : 2);
  }

  /** Domain, point, margin, and the side where the point is out. */
  static Stream<Arguments> points() {
    List<Domain> all = Examples.domains();
    return Stream.of(
        point(all.get(0), 1, "upper", 1),
        point(all.get(0), 0.25, "lower", -0.25),
        point(all.get(0), 0, "lower", -0.5),
        point(all.get(0), 0, "upper", 2),
        point(all.get(0), -1, "upper", 3),
        point(all.get(0), -2, "lower", -2.5),
        // (3 x - 4 y - 0.5)/5.
        point(all.get(1), 0.5, "out", 1, 0),
        point(all.get(1), -0.1, "out", 0, 0),
        point(all.get(1), 0, "out", 1.5, 1),
        point(all.get(2), 2, "out", 0.5, -1),
        point(all.get(2), 0, "out", 0.5, 1),
        point(all.get(2), -3, "out", 3.5, 3),
        point(all.get(3), 0.25, "x1-upper", 0.25, 0),
        point(all.get(3), 0, "x1-upper", 0.5, 0),
        point(all.get(3), -1, "x1-lower", -2, 0),
        point(all.get(3), -2, "x2-lower", 1.5, -4),
        point(all.get(3), -1, "x2-upper", 1, 4),
        point(all.get(4), 0.7, "out", 1, 0),
        point(all.get(4), -0.3, "out", 1, 1),
        point(all.get(5), -2, "in", 0.5, -1),
        point(all.get(5), 0, "in", 0.5, 1),
        point(all.get(5), 3, "in", 3.5, 3),
        point(all.get(6), 0.5, "x1-upper", 0, -1),
        point(all.get(6), -0.1, "1-out", 0, 0),
        point(all.get(6), -0.25, "2-out", -1, -1),
        point(all.get(6), -1.5, "x1-upper", 2, -1),
        point(all.get(7), Double.MAX_VALUE, "", 3, -5),
        point(all.get(7), 0, "", -Double.MAX_VALUE, 1),
        point(all.get(8), 1, "x2-lower", 3, -0.25),
        point(all.get(8), 0, "x2-upper", 0, 1.25),
        point(all.get(8), -0.75, "x2-lower", 0, -2),
        // |x|^2/2 - x1^2: the boundary is at 45 degrees.
        point(all.get(9), 0.5, "in", 0, 1),
        point(all.get(9), 0, "in", -3, 3),
        point(all.get(9), 0, "in", 0, 0),
        point(all.get(9), -2, "in", -2, 0));
  }

  private static Arguments point(Domain domain, double margin, String side, double... x) {
    return Arguments.of(domain, Vector.of(x), margin, side);
  }

  @ParameterizedTest
  @MethodSource("points")
  void marginHasItsSignAndSize(Domain domain, Vector point, double margin, String side) {
    Region region = domain.start(objective(domain), 3);
    double[][] x = new double[point.size()][3];
    for (int k = 0; k < point.size(); k++) {
      x[k][1] = point.at(k);
    }
    double[] out = new double[3];
    region.margin(x, 3, out);
    assertThat(out[1]).isCloseTo(margin, within(2e-16 * Math.abs(margin) + 1e-16));
    if (margin <= 0 && !side.isEmpty()) {
      assertThat(domain.sides(point.size()).get(region.side(x, 1))).isEqualTo(side);
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void whatIsNoNumberIsOut(Domain domain) {
    Objective objective = objective(domain);
    Region region = domain.start(objective, 2);
    double[][] x = new double[objective.dimension()][2];
    x[objective.dimension() - 1][1] = Double.NaN;
    double[] out = new double[2];
    region.margin(x, 2, out);
    assertThat(out[1] > 0).isFalse();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void lanesDoNotMatter(Domain domain) {
    Objective objective = objective(domain);
    double[][] x = points(objective.dimension());
    double[] margin = new double[N];
    Region region = domain.start(objective, N);
    region.margin(x, N, margin);
    Region alone = domain.start(objective, 1);
    double[][] lane = new double[objective.dimension()][1];
    double[] marginAlone = new double[1];
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < lane.length; k++) {
        lane[k][0] = x[k][i];
      }
      alone.margin(lane, 1, marginAlone);
      assertThat(marginAlone[0]).isEqualTo(margin[i]);
      assertThat(alone.side(lane, 0)).isEqualTo(region.side(x, i));
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void sidesAreDistinct(Domain domain) {
    List<String> sides = domain.sides(objective(domain).dimension());
    assertThat(sides).doesNotHaveDuplicates().allMatch(side -> side.matches("[a-z0-9-]+"));
    double[][] x = points(objective(domain).dimension());
    Region region = domain.start(objective(domain), N);
    for (int i = 0; i < N && !sides.isEmpty(); i++) {
      assertThat(region.side(x, i)).isBetween(0, sides.size() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("domains")
  void readsAndWritesLiveLanesOnly(Domain domain) {
    Objective objective = objective(domain);
    double[] margin = new double[N];
    margin[N - 1] = 42;
    domain.start(objective, N).margin(points(objective.dimension()), N - 1, margin);
    assertThat(margin[N - 1]).isEqualTo(42);
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(new Interval(0, 1), "interval has 1 coordinate, the objective 3"),
        Arguments.of(
            new HalfSpace(Vector.of(1, 1), 0), "normal has 2 coordinates, the objective 3"),
        Arguments.of(new Ball(Vector.of(1, 1), 1), "center has 2 coordinates, the objective 3"),
        Arguments.of(
            new Box(Vector.of(0, 0), Vector.of(1, 1)), "low has 2 coordinates, the objective 3"),
        Arguments.of(
            new Slab(4, 1), "axis must be at most 3, the dimension of the objective, got 4"),
        Arguments.of(
            new Cone(5, 0.5), "axis must be at most 3, the dimension of the objective, got 5"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void refusesAnotherDimension(Domain domain, String message) {
    Objective objective = new IsotropicQuadratic(1, 3);
    for (Domain wrapped :
        List.of(domain, new Complement(domain), new Intersection(List.of(domain)))) {
      assertThatThrownBy(() -> wrapped.start(objective, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  @Test
  void refusesEmptyRegions() {
    assertThatThrownBy(() -> new Interval(1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("high must be above low = 1.0, got 1.0");
    assertThatThrownBy(() -> new Box(Vector.of(0, 2), Vector.of(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("high[1] must be above low[1] = 2.0, got 1.0");
    assertThatThrownBy(() -> new Box(Vector.of(0, 2), Vector.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("high has 1 coordinates, low 2");
    assertThatThrownBy(() -> new HalfSpace(Vector.of(0, 0), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("normal must not be zero, got [0.0, 0.0]");
    assertThatThrownBy(() -> new Intersection(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("of must name at least one domain");
  }

  @Test
  void sidesThatSeveralMembersShareAreNumbered() {
    Domain ball = new Ball(Vector.of(0, 0), 1);
    Domain box = new Box(Vector.of(-2, -2), Vector.of(2, 2));
    assertThat(new Intersection(List.of(ball, box)).sides(2))
        .containsExactly("out", "x1-lower", "x1-upper", "x2-lower", "x2-upper");
    Domain balls = new Intersection(List.of(ball, ball));
    assertThat(new Intersection(List.of(ball, ball, balls)).sides(2))
        .containsExactly("1-out", "2-out", "3-1-out", "3-2-out");
    assertThat(new Intersection(List.of(ball, new LevelSet(1), new Complement(ball))).sides(2))
        .containsExactly("1-out", "2-out", "in");
  }

  private static double[][] points(int dimension) {
    SplittableRandom random = new SplittableRandom(20260102);
    double[][] x = new double[dimension][N];
    for (double[] coordinate : x) {
      for (int i = 0; i < N; i++) {
        coordinate[i] = random.nextDouble(-3, 3);
      }
    }
    return x;
  }

  @Test
  void aNormalMayHaveAnyLength() {
    for (double length : new double[] {1e-200, 1, 1e200}) {
      Domain half = new HalfSpace(Vector.of(3 * length, 4 * length), 0);
      double[] margin = new double[1];
      half.start(new IsotropicQuadratic(1, 2), 1).margin(new double[][] {{3}, {4}}, 1, margin);
      assertThat(margin[0]).isCloseTo(5, within(1e-12));
    }
  }
}
