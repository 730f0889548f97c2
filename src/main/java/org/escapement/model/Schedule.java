package org.escapement.model;

import java.io.Serializable;

/** A parameter that may change from step to step. Immutable; equal by value. */
public interface Schedule extends Serializable {

  /** The value at step k = 0, 1, 2, ...: of the step that leads from x_k to x_{k+1}. */
  double at(long step);

  /** Whether the value is the same at every step. */
  boolean isConstant();

  /**
   * Checks that its values lie in the interval at every step.
   *
   * @param interval such as "[0, 1)"; a schedule that decays to zero counts as staying above it
   * @throws IllegalArgumentException with name, interval and value otherwise
   */
  void check(String interval, String name);
}
