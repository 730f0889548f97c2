package org.escapement.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.escapement.study.Axis;
import org.escapement.study.Column;

/** Which swept axes span the plane of a figure. */
final class Plane {
  private Plane() {}

  /**
   * The axes of numbers with most values, the longest first and of equals the later one; no more
   * than two, and none with one value.
   *
   * @param points the swept values of each cell
   */
  static List<Integer> longest(List<Axis> axes, List<List<Object>> points) {
    return IntStream.range(0, axes.size())
        .filter(axis -> axes.get(axis).type() != Column.Type.TEXT && values(axis, points) > 1)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(axis -> -values(axis, points))
                .thenComparing(Comparator.reverseOrder()))
        .limit(2)
        .toList();
  }

  private static long values(int axis, List<List<Object>> points) {
    return points.stream().map(point -> point.get(axis)).distinct().count();
  }
}
