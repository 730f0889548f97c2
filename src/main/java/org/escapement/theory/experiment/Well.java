package org.escapement.theory.experiment;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A well on the line with nothing but slopes around it.
 *
 * @param line whose only minimum inside the domain, or before the way out is crossed, it is
 * @param bottom where f' = 0 below the start
 */
public record Well(Line line, double bottom) {
  private static final int PIECES = 2000;
  private static final double FLAT = 1e-9;

  /** How an end of the domain can be reached. */
  public enum Way {
    /** The end is the top of the barrier itself. */
    TO_THE_TOP,
    /** The end lies behind the top, on the slope down. */
    OVER_THE_TOP,
    /** The end lies on the slope up. */
    UPHILL
  }

  /**
   * The way up to one end.
   *
   * @param top the highest point on it
   */
  public record Barrier(Way way, double top) {}

  /** The well into which the start rolls; empty when it rolls out of the domain. */
  public static Optional<Well> of(Line line) {
    double slope = line.slope().applyAsDouble(line.start());
    if (slope == 0) {
      return line.curvature(line.start()) > 0
          ? Optional.of(new Well(line, line.start()))
          : Optional.empty();
    }
    if (slope > 0) {
      return of(line.mirrored()).map(Well::mirrored);
    }
    double end = line.high() < Double.POSITIVE_INFINITY ? line.high() : line.start() + reach(line);
    OptionalDouble bottom = firstZero(line, line.start(), end, -1);
    return bottom.isPresent()
        ? Optional.of(new Well(line, bottom.getAsDouble()))
        : Optional.empty();
  }

  private static double reach(Line line) {
    return 4 * Math.max(1, Math.abs(line.start() - line.low()));
  }

  public Well mirrored() {
    return new Well(line.mirrored(), -bottom);
  }

  public double curvature() {
    return line.curvature(bottom);
  }

  public double height(double x) {
    return line.value().applyAsDouble(x) - line.value().applyAsDouble(bottom);
  }

  /** Where f' loses the given sign between two points, the first not counted. */
  private static OptionalDouble firstZero(Line line, double from, double to, int sign) {
    double before = from;
    for (int k = 1; k <= PIECES; k++) {
      double now = from + (to - from) * k / PIECES;
      if (!(sign * line.slope().applyAsDouble(now) > 0)) {
        return OptionalDouble.of(bisect(line, before, now, sign));
      }
      before = now;
    }
    return OptionalDouble.empty();
  }

  private static double bisect(Line line, double with, double without, int sign) {
    double a = with;
    double b = without;
    for (int k = 0; k < 80; k++) {
      double middle = 0.5 * (a + b);
      if (sign * line.slope().applyAsDouble(middle) > 0) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return b;
  }

  /** The way up to the finite upper end; empty where it has another well on it. */
  public Optional<Barrier> above() {
    double end = line.high();
    double first = bottom + (end - bottom) / PIECES;
    OptionalDouble zero = firstZero(line, first, end, 1);
    boolean flatEnd = Math.abs(line.slope().applyAsDouble(end)) <= FLAT * steepest(end);
    if (flatEnd && (zero.isEmpty() || zero.getAsDouble() >= end - FLAT * (end - bottom))) {
      return line.curvature(end) < 0
          ? Optional.of(new Barrier(Way.TO_THE_TOP, end))
          : Optional.empty();
    }
    if (zero.isEmpty()) {
      return Optional.of(new Barrier(Way.UPHILL, end));
    }
    double top = zero.getAsDouble();
    double behind = top + (end - top) / PIECES;
    double last = end - (end - top) / PIECES;
    return firstZero(line, behind, last, -1).isEmpty()
        ? Optional.of(new Barrier(Way.OVER_THE_TOP, top))
        : Optional.empty();
  }

  private double steepest(double end) {
    double steepest = 0;
    for (int k = 1; k < PIECES; k++) {
      double x = bottom + (end - bottom) * k / PIECES;
      steepest = Math.max(steepest, Math.abs(line.slope().applyAsDouble(x)));
    }
    return steepest;
  }

  /**
   * Whether f only rises from the bottom to the open upper end, as far as a temperature reaches.
   */
  public boolean isClosedAbove(double temperature) {
    double end = line.low() > Double.NEGATIVE_INFINITY ? line.low() : bottom - 1;
    OptionalDouble wall = Confinement.wallAbove(line.value(), end, bottom, temperature);
    if (wall.isEmpty()) {
      return false;
    }
    double far = wall.getAsDouble();
    return firstZero(line, bottom + (far - bottom) / PIECES, far, 1).isEmpty();
  }
}
