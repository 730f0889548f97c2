package org.escapement.theory;

/**
 * One predicted number.
 *
 * @param quantity the measured quantity it stands beside: "mean_step" (steps), "mean_time" (model
 *     time), "restricted_mean" (model time, of the smaller of exit time and horizon),
 *     "exited_share", or "side.NAME" (share of the exits by that side)
 * @param value the number, in the unit of the quantity
 */
public record Predicted(String quantity, double value) {}
