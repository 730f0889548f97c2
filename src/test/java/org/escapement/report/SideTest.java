package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SideTest {
  @Test
  void stripesEndHalfWayToTheirNeighbours() {
    double[] edges = new Side("x", List.of(0.0, 1.0, 2.0, 3.0)).edges(0, 400);
    assertThat(edges).containsExactly(new double[] {0, 100, 200, 300, 400}, within(1e-9));
  }

  /** Half-way in the logarithm: between 1 and 10 at the square root of 10. */
  @Test
  void isLogarithmicWhereThatIsMoreEven() {
    Side side = new Side("x", List.of(1.0, 10.0, 100.0));
    assertThat(side.isLogarithmic()).isTrue();
    assertThat(side.edges(0, 300)).containsExactly(new double[] {0, 100, 200, 300}, within(1e-9));
    assertThat(side.scale(0, 300).at(10)).isCloseTo(150, within(1e-9));
    assertThat(new Side("x", List.of(0.04, 0.08, 0.12, 4.0)).isLogarithmic()).isTrue();
    assertThat(new Side("x", List.of(0.01, 0.02, 0.03, 0.04)).isLogarithmic()).isFalse();
    assertThat(new Side("x", List.of(-1.0, 0.0, 10.0)).isLogarithmic()).isFalse();
  }

  @Test
  void marksFewValuesThemselves() {
    Side few = new Side("x", List.of(0.05, 0.070710678, 0.1));
    assertThat(few.ticks(300))
        .extracting(Scale.Tick::label)
        .containsExactly("0.05", "0.0707", "0.1");
    assertThat(few.ticks(80)).extracting(Scale.Tick::label).containsExactly("0.05", "0.1");
    List<Double> many = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0);
    assertThat(new Side("x", many).ticks(300)).hasSize(5);
  }

  @Test
  void oneValueHasTheWholeSide() {
    assertThat(new Side("x", List.of(7.0)).edges(10, 20)).containsExactly(10, 20);
  }
}
