package org.escapement.theory.chain;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.theory.chain.CoinGrid.Rounding;

/**
 * The exit at the upper end of the walk x <- map(x) +- size, each sign with probability 1/2,
 * between a bound from below and one from above.
 *
 * <p>Such a walk has no density, and its mean exit time jumps at a dense set of starts. But when
 * the map increases, whoever starts higher stays higher and leaves earlier: a walk on a grid whose
 * every position is rounded down leaves later than the true one, rounded up it leaves earlier. The
 * grid is refined until both agree to {@link #AGREEMENT}; the result is the middle between them.
 *
 * <p>The law of each walk is moved step by step. Once the share that leaves in a step is constant
 * to nine digits, what is left decays geometrically for ever.
 */
final class CoinExit {
  /** Largest relative difference of either bound from the middle. */
  static final double AGREEMENT = 5e-4;

  private static final int FEWEST_CELLS = 1 << 17;
  private static final int MOST_CELLS = 1 << 23;
  private static final double SAFETY = 1.3;

  private final DoubleUnaryOperator map;
  private final double size;
  private final double start;
  private final double end;
  private final double low;

  private CoinExit(DoubleUnaryOperator map, double size, double start, double end, double low) {
    this.map = map;
    this.size = size;
    this.start = start;
    this.end = end;
    this.low = low;
  }

  /**
   * The exit; empty where the map does not increase, the walk has no lowest point or the bounds do
   * not come close.
   *
   * @param end above the start; it has left when x >= end
   */
  static Optional<WalkExit> of(
      DoubleUnaryOperator map, double size, double start, double end, long horizon) {
    OptionalDouble least = Trap.extreme(map, -size, start, Double.NEGATIVE_INFINITY);
    if (least.isEmpty()) {
      return Optional.empty();
    }
    double low = least.getAsDouble() - 0.02 * (end - least.getAsDouble());
    return new CoinExit(map, size, start, end, low).refined(horizon);
  }

  private Optional<WalkExit> refined(long horizon) {
    int cells = FEWEST_CELLS;
    while (cells <= MOST_CELLS) {
      Optional<WalkExit> late = exit(new Rounding(low, end, cells, false), horizon);
      Optional<WalkExit> early = exit(new Rounding(low, end, cells, true), horizon);
      if (late.isEmpty() || early.isEmpty()) {
        return Optional.empty();
      }
      double gap = gap(early.get(), late.get());
      if (gap <= AGREEMENT) {
        return Optional.of(middle(early.get(), late.get()));
      }
      cells = (int) Math.ceil(cells * Math.min(64, Math.max(2, SAFETY * gap / AGREEMENT)));
    }
    return Optional.empty();
  }

  private Optional<WalkExit> exit(Rounding rounding, long horizon) {
    return CoinGrid.exit(map, size, start, rounding, horizon);
  }

  /** The largest relative difference of a bound from the middle; shares count as parts of 0.01. */
  private static double gap(WalkExit a, WalkExit b) {
    double share = Math.max(0.01, Math.min(a.shareAboveInTime(), b.shareAboveInTime()));
    return 0.5
        * Math.max(
            Math.abs(a.mean() - b.mean()) / a.mean(),
            Math.max(
                Math.abs(a.restrictedMean() - b.restrictedMean()) / a.restrictedMean(),
                Math.abs(a.shareAboveInTime() - b.shareAboveInTime()) / share));
  }

  private static WalkExit middle(WalkExit a, WalkExit b) {
    return new WalkExit(
        (a.mean() + b.mean()) / 2,
        (a.secondMoment() + b.secondMoment()) / 2,
        0,
        (a.restrictedMean() + b.restrictedMean()) / 2,
        0,
        (a.shareAboveInTime() + b.shareAboveInTime()) / 2);
  }
}
