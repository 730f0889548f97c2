package org.escapement.model;

import java.io.Serializable;

/** A parameter that may change from step to step. Immutable; equal by value. */
public interface Schedule extends Serializable {

  /** The value at step k = 0, 1, 2, ...: of the step that leads from x_k to x_{k+1}. */
  double at(long step);

  /** Whether the value is the same at every step. */
  boolean isConstant();
}
