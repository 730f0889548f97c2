package org.escapement.model;

/** An objective whose data were made from a solution, which they tell up to its sign. */
public interface Planted extends Objective {

  /** One of the two minimisers w and -w; not the origin. */
  Vector solution();
}
