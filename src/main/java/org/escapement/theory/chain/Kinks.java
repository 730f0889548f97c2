package org.escapement.theory.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.kick.KickLaw;

/**
 * Where the mean exit time u of a walk whose kick ends abruptly is not smooth: u jumps at the ends
 * of the interval, so the mean of u over a window kinks where the window begins or ends there, the
 * next derivative jumps where a window ends at such a kink, and so on.
 */
final class Kinks {
  private static final int GENERATIONS = 6;
  private static final int MOST = 48;
  private static final int PIECES = 4000;
  private static final double SAME = 1e-7;

  private final DoubleUnaryOperator map;
  private final double low;
  private final double high;
  private final TreeSet<Double> found = new TreeSet<>();

  private Kinks(DoubleUnaryOperator map, double low, double high) {
    this.map = map;
    this.low = low;
    this.high = high;
  }

  /** Those of low order between two points, ascending; none unless the kick there is cut. */
  static List<Double> between(double low, double high, Walk walk) {
    KickLaw kick = walk.kick().apply(low);
    if (!kick.isCut()) {
      return List.of();
    }
    Kinks kinks = new Kinks(walk.map(), low, high);
    List<Double> generation = new ArrayList<>(List.of(walk.low(), walk.high()));
    generation.removeIf(end -> !Double.isFinite(end));
    for (int k = 0; k < GENERATIONS && kinks.found.size() < MOST; k++) {
      generation = kinks.parents(generation, kick.reach());
    }
    return List.copyOf(kinks.found);
  }

  /** New points from which a window of this half-width ends at one of the given points. */
  private List<Double> parents(List<Double> points, double reach) {
    List<Double> parents = new ArrayList<>();
    for (double point : points) {
      for (double centre : new double[] {point - reach, point + reach}) {
        for (int p = 0; p < PIECES; p++) {
          double from = low + (high - low) * p / PIECES;
          double to = low + (high - low) * (p + 1) / PIECES;
          if (map.applyAsDouble(from) < centre != map.applyAsDouble(to) < centre) {
            double x = bisect(centre, from, to);
            if (isNew(x)) {
              found.add(x);
              parents.add(x);
            }
          }
        }
      }
    }
    return parents;
  }

  private double bisect(double centre, double from, double to) {
    boolean below = map.applyAsDouble(from) < centre;
    double a = from;
    double b = to;
    for (int k = 0; k < 60; k++) {
      double middle = 0.5 * (a + b);
      if (map.applyAsDouble(middle) < centre == below) {
        a = middle;
      } else {
        b = middle;
      }
    }
    return b;
  }

  private boolean isNew(double x) {
    double apart = SAME * (high - low);
    return x - low > apart && high - x > apart && found.subSet(x - apart, x + apart).isEmpty();
  }
}
