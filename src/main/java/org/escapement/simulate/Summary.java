package org.escapement.simulate;

import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What is kept of a set of trajectories. Merging is exact, so that it neither matters into which
 * chunks the trajectories were cut nor in which order these are merged.
 */
public interface Summary<S extends Summary<S>> extends Serializable {

  /** The summary of both sets, as if all had been recorded at once; neither operand changes. */
  S merge(S other);

  /** Writes everything; the bytes are a pure function of the value. */
  void write(DataOutput out) throws IOException;
}
