package org.escapement.theory.chain;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The walk x <- map(x) +- size with its positions rounded to a grid, all down or all up; it has
 * left when a position before rounding is at the end or above.
 */
final class CoinGrid {
  private static final double NEGLIGIBLE = 1e-18;
  private static final double STEADY = 1e-9;
  private static final int WINDOW = 50;
  private static final int MOST_STEPS = 5000;
  private static final double MOST_WORK = 6e9;

  /** Where the kicks lead from each point; points.length is the outside. */
  private final int[] up;

  private final int[] down;
  private final int first;
  private double[] mass;
  private double[] next;

  private CoinGrid(int[] up, int[] down, int first) {
    this.up = up;
    this.down = down;
    this.first = first;
    this.mass = new double[up.length + 1];
    this.next = new double[up.length + 1];
  }

  /**
   * Which way positions are rounded.
   *
   * @param low of the grid, which no position is below
   * @param up whether up; else down
   */
  record Rounding(double low, double end, int cells, boolean up) {
    private double point(int i) {
      return low + (end - low) * i / cells;
    }

    /** The number of a point; one too many for the outside. */
    private int of(double x) {
      if (x >= end) {
        return cells + 1;
      }
      double place = (x - low) / (end - low) * cells;
      return (int) Math.max(0, up ? Math.ceil(place) : Math.floor(place));
    }
  }

  /**
   * The exit.
   *
   * @return empty where the map does not increase, or when it takes too long to find
   */
  static Optional<WalkExit> exit(
      DoubleUnaryOperator map, double size, double start, Rounding rounding, long horizon) {
    int[] above = new int[rounding.cells + 1];
    int[] below = new int[rounding.cells + 1];
    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < above.length; i++) {
      double centre = map.applyAsDouble(rounding.point(i));
      if (!(centre >= before)) {
        return Optional.empty();
      }
      before = centre;
      above[i] = rounding.of(centre + size);
      below[i] = rounding.of(centre - size);
    }
    return new CoinGrid(above, below, rounding.of(start)).run(horizon);
  }

  private Optional<WalkExit> run(long horizon) {
    Tally tally = new Tally(horizon);
    mass[first] = 1;
    for (long k = 0; k < MOST_STEPS && k * up.length <= MOST_WORK / 2; k++) {
      tally.add(k, step());
      if (tally.inside <= NEGLIGIBLE) {
        return Optional.of(tally.exit());
      }
      if (k % WINDOW == WINDOW - 1 && tally.isSteady()) {
        return Optional.of(tally.forEver(k + 1));
      }
    }
    return Optional.empty();
  }

  /** What is known of N so far. */
  private static final class Tally {
    private final long horizon;
    private double inside = 1;
    private double mean;
    private double second;
    private double restricted;
    private double inTime;
    private double rate;
    private double least = 1;
    private double most;

    Tally(long horizon) {
      this.horizon = horizon;
    }

    /** Step k, from 0 on, in which so much mass has left. */
    void add(long k, double gone) {
      mean += inside;
      second += (2 * k + 1) * inside;
      if (k < horizon) {
        restricted += inside;
        inTime += gone;
      }
      rate = gone / inside;
      least = Math.min(least, rate);
      most = Math.max(most, rate);
      inside -= gone;
    }

    /** Whether the share that leaves was constant since this was last asked. */
    boolean isSteady() {
      boolean steady = most > 0 && most - least <= STEADY * most;
      least = 1;
      most = 0;
      return steady;
    }

    WalkExit exit() {
      return new WalkExit(mean, second, 0, restricted, 0, inTime);
    }

    /** From step k on a constant share leaves in each step. */
    WalkExit forEver(long k) {
      double left = inside;
      double steps = Math.max(0, horizon - k);
      double gone = left * -StrictMath.expm1(steps * StrictMath.log1p(-rate));
      mean += left / rate;
      second += left * ((2 * k + 1) / rate + 2 * (1 - rate) / (rate * rate));
      restricted += gone / rate;
      inTime += gone;
      return exit();
    }
  }

  /** One step; the mass that has left in it. */
  private double step() {
    Arrays.fill(next, 0);
    for (int i = 0; i < up.length; i++) {
      double half = 0.5 * mass[i];
      next[up[i]] += half;
      next[down[i]] += half;
    }
    double gone = next[up.length];
    next[up.length] = 0;
    double[] old = mass;
    mass = next;
    next = old;
    return gone;
  }
}
