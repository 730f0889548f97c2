package org.escapement.model;

/** An objective that knows from how far away one begins to descend it, such as a network's loss. */
public interface Initialised extends Objective {

  /** The standard deviation of each coordinate, normal about zero and independent of the others. */
  Vector initialDeviations();
}
