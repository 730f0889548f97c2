package org.escapement.theory.experiment;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * Where a confining potential holds a process at some temperature: beyond the wall exp(-(V - least
 * V)/T) is below 1e-20, and V goes on rising.
 */
public final class Confinement {
  private static final double EXPONENT = 46;
  private static final int DOUBLINGS = 40;
  private static final int PIECES = 2000;

  private Confinement() {}

  /**
   * The wall above.
   *
   * @param end where the process is taken away
   * @param start above end
   * @return empty where the potential does not confine
   */
  public static OptionalDouble wallAbove(
      DoubleUnaryOperator potential, double end, double start, double temperature) {
    double far = start - end;
    for (int k = 0; k < DOUBLINGS; k++) {
      far *= 2;
      double least = least(potential, end, end + far);
      double height = potential.applyAsDouble(end + far) - least;
      if (height > EXPONENT * temperature && rises(potential, end + far, far)) {
        return OptionalDouble.of(wall(potential, end, far, least + EXPONENT * temperature));
      }
    }
    return OptionalDouble.empty();
  }

  private static double least(DoubleUnaryOperator potential, double from, double to) {
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k <= PIECES; k++) {
      least = Math.min(least, potential.applyAsDouble(from + (to - from) * k / PIECES));
    }
    return least;
  }

  private static boolean rises(DoubleUnaryOperator potential, double from, double length) {
    double before = potential.applyAsDouble(from);
    for (int k = 1; k <= PIECES; k++) {
      double now = potential.applyAsDouble(from + length * k / PIECES);
      if (!(now > before)) {
        return false;
      }
      before = now;
    }
    return true;
  }

  /** The nearest point from which on the potential is above a level. */
  private static double wall(DoubleUnaryOperator potential, double end, double far, double level) {
    int k = PIECES;
    while (k > 1 && potential.applyAsDouble(end + far * (k - 1) / PIECES) > level) {
      k--;
    }
    return end + far * k / PIECES;
  }
}
