package org.escapement.theory;

import org.escapement.measure.Reading;

/**
 * One predicted number.
 *
 * @param quantity the measured quantity it stands beside: "mean_step" (steps), "mean_time" (model
 *     time), "restricted_mean" (model time, of the smaller of exit time and horizon), "q05", "q25",
 *     "median", "q75", "q95" (model time by which the share has left), "exited_share", "side.NAME"
 *     (share of the exits by that side), "exponent" and "logarithm" (of the exit time against 1 /
 *     step size: stands beside fits only), "step_size" (model time, what the job file says), or the
 *     {@link Reading#name} of what a measure gives
 * @param step the step at which it holds; {@link Reading#NO_STEP} when it belongs to none
 * @param value the number, in the unit of the quantity
 * @param spread of one sample, where the number is a mean over trajectories and theory knows it
 */
public record Predicted(String quantity, long step, double value, Spread spread) {

  /** A number of which the spread is not known. */
  public Predicted(String quantity, long step, double value) {
    this(quantity, step, value, Spread.UNKNOWN);
  }

  /** A number that belongs to no step. */
  public Predicted(String quantity, double value) {
    this(quantity, Reading.NO_STEP, value);
  }
}
