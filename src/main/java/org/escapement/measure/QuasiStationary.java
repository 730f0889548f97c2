package org.escapement.measure;

/**
 * A measure of how trajectories leave the domain once they have forgotten their start, before they
 * leave: in the quasi-stationary law.
 */
public interface QuasiStationary {
  /** The reading of the probability of an exit per step. */
  String RATE = "hazard";

  /** The reading of the mean number of steps until the exit. */
  String MEAN_STEP = "quasi_mean_step";
}
