package org.escapement.study;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;
import org.escapement.estimate.FitLaw;

/**
 * A law to be fitted to a measured quantity.
 *
 * @param quantity such as mean_time, or the name of a reading
 * @param over what differs from point to point of the line
 */
public record Fit(String quantity, Over over, FitLaw law) implements Serializable {

  /** What differs from point to point of the line. */
  public sealed interface Over extends Serializable permits OverAxis, OverSteps {}

  /**
   * An axis of the sweep: every point is a cell.
   *
   * @param step of the reading; empty: the last at which it was measured
   * @param axis place of the axis in {@link Study#axes}
   * @param along places of all axes that change with it: itself and those of the same zip
   */
  public record OverAxis(OptionalLong step, int axis, List<Integer> along) implements Over {}

  /**
   * The steps at which a reading was measured in one cell, from the first to the last of them
   * included: every point is of the same trajectories.
   */
  public record OverSteps(long from, long to) implements Over {
    /** What a job file says in place of the path of an axis. */
    public static final String WORD = "step";
  }
}
