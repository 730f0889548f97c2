package org.escapement.estimate;

import java.util.OptionalDouble;

/**
 * How many trajectories a cell needs to reach a relative standard error: a pure function of what
 * has been measured, so that all runs take the same decisions.
 */
public final class Precision {
  /** Errors shrink with the root of the number; a little more spares a round for a little less. */
  private static final double MARGIN = 1.05;

  /** An error that is itself badly known must not order a hundred times the work. */
  private static final long MOST_GROWTH = 8;

  private static final long BLIND_GROWTH = 4;

  private Precision() {}

  /**
   * How many trajectories there should be after the next round; {@code present} when it is enough.
   *
   * @param present trajectories so far
   * @param relativeError relative standard error that they reached, empty with too few exits
   * @param target relative standard error to reach, positive
   * @param most the largest number of trajectories
   */
  public static long nextTrajectories(
      long present, OptionalDouble relativeError, double target, long most) {
    if (present >= most) {
      return present;
    }
    if (relativeError.isEmpty()) {
      return grown(present, BLIND_GROWTH, most);
    }
    double ratio = relativeError.getAsDouble() / target;
    if (ratio <= 1) {
      return present;
    }
    double needed = Math.ceil(MARGIN * present * ratio * ratio);
    long limit = grown(present, MOST_GROWTH, most);
    return needed < limit ? (long) needed : limit;
  }

  private static long grown(long present, long factor, long most) {
    return present > most / factor ? most : present * factor;
  }
}
