package org.escapement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.study.Axis;
import org.escapement.study.Column.Type;
import org.junit.jupiter.api.Test;

class PlaneTest {
  private static final List<Axis> AXES =
      List.of(
          new Axis("noise", "noise", Type.TEXT),
          new Axis("a", "a", Type.DOUBLE),
          new Axis("b", "b", Type.LONG),
          new Axis("c", "c", Type.DOUBLE));

  @Test
  void takesTheTwoLongestAxesOfNumbersTheLaterOfEquals() {
    List<List<Object>> points =
        List.of(
            List.of("x", 1.0, 1L, 1.0),
            List.of("y", 2.0, 2L, 1.0),
            List.of("z", 3.0, 3L, 2.0),
            List.of("u", 3.0, 3L, 2.0));
    assertThat(Plane.longest(AXES, points)).containsExactly(2, 1);
  }

  @Test
  void needsTwoValues() {
    List<List<Object>> points =
        List.of(List.of("x", 1.0, 1L, 1.0), List.of("y", 1.0, 1L, 1.0), List.of("z", 1.0, 1L, 2.0));
    assertThat(Plane.longest(AXES, points)).containsExactly(3);
  }
}
