package org.escapement.model;

import java.util.Optional;

/** An objective f of which f_delta(x) = E f(x - delta u) is known in closed form. */
public interface Smoothable extends Objective {

  /**
   * f_delta; empty where no closed form is known for this law.
   *
   * @param law of u
   * @param delta not negative
   * @throws IllegalArgumentException when the mean is infinite
   */
  Optional<Objective> smoothed(SmoothingLaw law, double delta);
}
