package org.escapement.theory.chain;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.experiment.Line;

/** How far a walk with bounded kicks can get at all. */
final class Trap {
  private static final int MOST_STEPS = 1_000_000;
  private static final int PIECES = 2000;
  private static final double STANDS = 1e-13;

  private Trap() {}

  /**
   * Whether the walk x <- map(x) + kick never leaves: the map increases where kicks up to reach can
   * lead, and that ends before the interval does.
   */
  static boolean holds(DoubleUnaryOperator map, double reach, Line line) {
    OptionalDouble lowest = extreme(map, -reach, line.start(), line.low());
    OptionalDouble highest = extreme(map, reach, line.start(), line.high());
    return lowest.isPresent()
        && highest.isPresent()
        && increases(map, lowest.getAsDouble(), highest.getAsDouble());
  }

  private static boolean increases(DoubleUnaryOperator map, double from, double to) {
    double before = Double.NEGATIVE_INFINITY;
    for (int k = 0; k <= PIECES; k++) {
      double now = map.applyAsDouble(from + (to - from) * k / PIECES);
      if (!(now >= before)) {
        return false;
      }
      before = now;
    }
    return true;
  }

  /**
   * The limit of x <- map(x) + push from the start: for an increasing map no walk with kicks up to
   * |push| gets beyond it.
   *
   * @param push the longest kick, negative downwards
   * @param end where the way is over; may be infinite
   * @return empty when the end is reached or there is no limit
   */
  static OptionalDouble extreme(DoubleUnaryOperator map, double push, double start, double end) {
    double x = start;
    for (int k = 0; k < MOST_STEPS; k++) {
      double next = map.applyAsDouble(x) + push;
      boolean turned = push > 0 ? next < x : next > x;
      boolean over = push > 0 ? next >= end : next <= end;
      if (over || !Double.isFinite(next)) {
        return OptionalDouble.empty();
      }
      if (turned || Math.abs(next - x) <= STANDS * Math.abs(push)) {
        return OptionalDouble.of(push > 0 ? Math.max(x, next) : Math.min(x, next));
      }
      x = next;
    }
    return OptionalDouble.empty();
  }
}
