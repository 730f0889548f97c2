package org.escapement.simulate;

import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;

/** Something to measure along trajectories. Immutable; equal by value. */
public interface Observable<S extends Summary<S>> extends Serializable {

  /** A working copy for one chunk. */
  Recorder<S> start(Setting setting);

  /** Whether lanes must share their step number, so that ended lanes are not refilled. */
  default boolean atCommonSteps() {
    return false;
  }

  /** Reads what {@link Summary#write} wrote. */
  S read(DataInput in) throws IOException;
}
