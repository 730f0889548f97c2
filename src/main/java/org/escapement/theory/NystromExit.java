package org.escapement.theory;

import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The exact exit of a walk from an interval: Nystroem's method, refined until two resolutions agree
 * to 1e-9 in every number.
 *
 * <p>The smooth kernel makes the error fall exponentially with the number of nodes, so the finer of
 * two resolutions that agree is better than their difference. Where they never do within the work
 * allowed (a kick with a spike or a kink, an interval of very many kicks) there is no value.
 */
public final class NystromExit {
  /** Relative difference at which two resolutions agree. */
  public static final double AGREEMENT = 1e-9;

  private static final double MOST_WORK = 1.2e9;
  private static final int MOST_NODES = 12000;
  private static final double FINER = 1.4;
  private static final int FEWEST_PANELS = 2;

  private NystromExit() {}

  /**
   * A part of the line.
   *
   * @param low finite
   * @param high finite
   */
  public record Stretch(double low, double high) {}

  /** The exit of a walk from a bounded interval. */
  public static Optional<WalkExit> of(Walk walk, double start, long horizon) {
    Stretch whole = new Stretch(walk.low(), walk.high());
    return of(walk, level -> whole, start, horizon);
  }

  /**
   * The exit of a walk that lives on a part of its interval.
   *
   * @param stretch the part outside which the walk is never found, the wider the larger its
   *     argument 0, 1, 2, ...
   * @param horizon steps after which one no longer looks
   */
  public static Optional<WalkExit> of(
      Walk walk, IntFunction<Stretch> stretch, double start, long horizon) {
    Optional<WalkExit> coarse = Optional.empty();
    double width = walk.kick().panel();
    for (int level = 0; ; level++) {
      Stretch part = stretch.apply(level);
      double length = part.high() - part.low();
      double panels = Math.max(FEWEST_PANELS + level, Math.ceil(length / width));
      if (!(work(panels * Panels.ORDER, walk.kick().reach() / length) <= MOST_WORK)) {
        return Optional.empty();
      }
      WalkExit fine =
          new NystromChain(walk, Panels.on(part.low(), part.high(), (int) panels))
              .from(start, horizon);
      if (coarse.isPresent() && coarse.get().distance(fine) <= AGREEMENT) {
        return Optional.of(fine);
      }
      coarse = Optional.of(fine);
      width /= FINER;
    }
  }

  /** Multiplications of the elimination, for kicks that reach a share of the length. */
  private static double work(double nodes, double reach) {
    double band = nodes * Math.min(1, 2 * reach);
    return nodes > MOST_NODES ? Double.POSITIVE_INFINITY : nodes * band * band / 3;
  }
}
