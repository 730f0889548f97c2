package org.escapement.model;

import java.io.Serializable;
import org.escapement.random.Draws;

/** An optimiser or integrator: how one step is made. Immutable; equal by value. */
public interface Dynamics extends Serializable {

  /** Coordinates of the whole state for a position in R^dimension. */
  int stateDimension(int dimension);

  /**
   * The whole state at step 0 for a position there: what is no position is zero unless the dynamics
   * says otherwise.
   */
  default Vector startState(Vector position) {
    return position.padded(stateDimension(position.size()));
  }

  /** How many gradients a step takes. */
  default double gradients() {
    return 1;
  }

  /** Model time of each step. */
  Schedule stepSize();

  /** A working copy for at most {@code lanes} lanes. */
  Stepper start(Objective objective, Noise noise, Draws draws, int lanes);
}
