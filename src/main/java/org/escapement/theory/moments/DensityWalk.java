package org.escapement.theory.moments;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.linear.NormalLaw;

/**
 * The density of a walk on the line with normal kicks, x <- map(x) + factor(k) deviation(x) xi at
 * step k, moved step by step (Chapman-Kolmogorov).
 *
 * <p>The trapezoid rule on an even grid: for densities that are as smooth as the kick its error
 * falls like exp(-2 pi^2 (deviation / spacing)^2 / 2). The grid reaches as far as there is mass.
 */
final class DensityWalk {
  /** Mass of a node that is not followed. */
  private static final double NEGLIGIBLE = 1e-20;

  /** Mass that may run away. */
  private static final double LOST = 1e-10;

  /** Deviations beyond which a kick does not reach. */
  private static final double REACH = 9;

  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final int MOST_NODES = 40_000;

  /** Products that one walk may cost: a second or two. */
  private static final double MOST_WORK = 1e9;

  private final DoubleUnaryOperator map;
  private final DoubleUnaryOperator deviation;
  private final LongToDoubleFunction factor;
  private final double spacing;
  private final double start;
  private final Map<Long, Mass> rows = new HashMap<>();
  private Mass mass;
  private double factorOfRows;
  private double work;
  private long made = 1;
  private boolean isAlive = true;

  /**
   * Mass at nodes, of which number k stands at k times the spacing.
   *
   * @param first number of the first node
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Mass(long first, double[] of) {
    long end() {
      return first + of.length;
    }
  }

  /** After the first step from a fixed point, with the same kicks at every step. */
  DensityWalk(
      DoubleUnaryOperator map, DoubleUnaryOperator deviation, double spacing, double start) {
    this(map, deviation, step -> 1, spacing, start);
  }

  /** After the first step from a fixed point. */
  DensityWalk(
      DoubleUnaryOperator map,
      DoubleUnaryOperator deviation,
      LongToDoubleFunction factor,
      double spacing,
      double start) {
    this.map = map;
    this.deviation = deviation;
    this.factor = factor;
    this.factorOfRows = factor.applyAsDouble(0);
    this.spacing = spacing;
    this.start = start;
    this.mass = kicked(start);
  }

  private Mass kicked(double x) {
    double centre = map.applyAsDouble(x);
    double width = factorOfRows * deviation.applyAsDouble(x);
    long first = (long) Math.ceil((centre - REACH * width) / spacing);
    long last = (long) Math.floor((centre + REACH * width) / spacing);
    if (!(Double.isFinite(centre) && Double.isFinite(width) && last - first < MOST_NODES)) {
      return new Mass(Math.round(x / spacing), new double[0]);
    }
    double[] row = new double[(int) (last - first) + 1];
    for (int j = 0; j < row.length; j++) {
      double z = ((first + j) * spacing - centre) / width;
      row[j] = spacing / (width * ROOT_TWO_PI) * StrictMath.exp(-0.5 * z * z);
    }
    return new Mass(first, row);
  }

  /**
   * Goes on to a step not before the last one.
   *
   * @return false when the mass has spread over too many nodes or runs away, and when it takes too
   *     long at the present pace
   */
  boolean advanceTo(long step) {
    for (; isAlive && made < step; made++) {
      useFactor(factor.applyAsDouble(made));
      isAlive = work / made * step <= MOST_WORK && move();
    }
    return isAlive;
  }

  private void useFactor(double now) {
    if (now != factorOfRows) {
      factorOfRows = now;
      rows.clear();
    }
  }

  private boolean move() {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int i = 0; i < mass.of.length; i++) {
      if (mass.of[i] > NEGLIGIBLE) {
        Mass row = row(mass.first + i);
        low = Math.min(low, row.first);
        high = Math.max(high, row.end());
      }
    }
    if (!(high > low && high - low <= MOST_NODES)) {
      return false;
    }
    double[] next = new double[(int) (high - low)];
    for (int i = 0; i < mass.of.length; i++) {
      if (mass.of[i] > NEGLIGIBLE) {
        Mass row = row(mass.first + i);
        addMultiple(mass.of[i], row.of, next, (int) (row.first - low));
        work += row.of.length;
      }
    }
    mass = new Mass(low, next);
    return true;
  }

  private Mass row(long node) {
    return rows.computeIfAbsent(node, k -> kicked(k * spacing));
  }

  private static void addMultiple(double factor, double[] from, double[] to, int at) {
    for (int j = 0; j < from.length; j++) {
      to[at + j] += factor * from[j];
    }
  }

  /**
   * P(x <= edge) at a step not before the last one, for ascending edges: the last kick is
   * integrated exactly, for shares of bins are not smooth. NaN where {@link #advanceTo} fails and
   * where mass has been lost.
   */
  double[] below(long step, double[] edges) {
    double[] below = new double[edges.length];
    double size = factor.applyAsDouble(step - 1);
    if (step == 1) {
      addBelow(1, start, size, edges, below);
    } else if (advanceTo(step - 1) && Arrays.stream(mass.of).sum() > 1 - LOST) {
      for (int i = 0; i < mass.of.length; i++) {
        if (mass.of[i] > NEGLIGIBLE) {
          addBelow(mass.of[i], (mass.first + i) * spacing, size, edges, below);
        }
      }
    } else {
      Arrays.fill(below, Double.NaN);
    }
    return below;
  }

  private void addBelow(double mass, double x, double size, double[] edges, double[] below) {
    double centre = map.applyAsDouble(x);
    double width = size * deviation.applyAsDouble(x);
    for (int k = 0; k < edges.length; k++) {
      below[k] += mass * NormalLaw.below((edges[k] - centre) / width);
    }
  }

  /** The cumulants of g(x); NaN when mass has been lost. */
  SampleLaw of(DoubleUnaryOperator g) {
    double[] moments = new double[4];
    for (int i = 0; i < mass.of.length; i++) {
      double value = g.applyAsDouble((mass.first + i) * spacing);
      double term = mass.of[i];
      for (int r = 0; r < moments.length; r++) {
        moments[r] += term;
        term *= value;
      }
    }
    double all = moments[0];
    if (!(all > 1 - LOST)) {
      return SampleLaw.ofMean(Double.NaN);
    }
    return SampleLaw.ofMoments(moments[1] / all, moments[2] / all, moments[3] / all);
  }
}
