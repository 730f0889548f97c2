package org.escapement.theory;

/** What is known of the law of a coordinate. */
interface PositionLaw {

  /** Of the coordinate. */
  SampleLaw value();

  /** Of its square. */
  SampleLaw square();
}
