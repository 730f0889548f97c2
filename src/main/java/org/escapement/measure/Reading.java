package org.escapement.measure;

/**
 * One measured number of a cell.
 *
 * @param quantity its name, such as "loss"
 * @param step the step at which it holds; {@link #NO_STEP} when it belongs to none
 * @param i first coordinate that it is of, from 1; 0 when of none
 * @param j second coordinate that it is of, from 1; 0 when of none
 * @param stdError how far chance moves the value, same unit; NaN when that is not known
 * @param trajectories that it was got from
 * @param tail how far few of them carry it, where that is kept
 */
public record Reading(
    String quantity,
    long step,
    int i,
    int j,
    double value,
    double stdError,
    long trajectories,
    Tail tail) {
  /** The step of a number that belongs to none. */
  public static final long NO_STEP = -1;

  /** One of which the tail is not kept. */
  public Reading(
      String quantity, long step, int i, int j, double value, double stdError, long trajectories) {
    this(quantity, step, i, j, value, stdError, trajectories, Tail.UNKNOWN);
  }

  /** The name that predictions use: quantity, quantity.i or quantity.i.j. */
  public String name() {
    return quantity + (i > 0 ? "." + i : "") + (j > 0 ? "." + j : "");
  }
}
