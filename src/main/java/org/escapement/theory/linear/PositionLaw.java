package org.escapement.theory.linear;

import org.escapement.theory.SampleLaw;

/** What is known of the law of a coordinate. */
public interface PositionLaw {

  /** Of the coordinate. */
  SampleLaw value();

  /** Of its square. */
  SampleLaw square();
}
