package org.escapement.theory.master;

import java.util.Optional;

/** The law of one coordinate from step to step. */
interface CoordinateLaw {

  /**
   * P(x <= edge) for ascending edges at a step not before the last one that was asked for; empty
   * where it is not known.
   */
  Optional<double[]> below(long step, double[] edges);
}
