package org.escapement.model;

import java.io.Serializable;
import java.util.List;

/** Where a trajectory stays until it exits. Immutable; equal by value. */
public interface Domain extends Serializable {

  /** Names of the sides by which a trajectory can leave R^dimension's part, in kebab-case. */
  List<String> sides(int dimension);

  /** The domain when all trajectories begin there; the same unless it is named after its start. */
  default Domain from(Vector start) {
    return this;
  }

  /** The same in R^dimension, where one number may have stood for all coordinates. */
  default Domain in(int dimension) {
    return this;
  }

  /** A working copy for at most {@code lanes} lanes. */
  Region start(Objective objective, int lanes);
}
