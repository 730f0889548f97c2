package org.escapement.measure;

import java.io.Serializable;

/** At which steps something is measured. Immutable; equal by value. */
public interface When extends Serializable {

  /**
   * The steps, increasing, from 1 to the horizon.
   *
   * @throws IllegalArgumentException when one lies outside
   */
  long[] steps(long horizon);
}
