package org.escapement.data;

import java.io.IOException;
import java.io.Serializable;

/** Says where the rows of a finite sum come from. Immutable; equal by value. */
public interface DataSet extends Serializable {

  /** Whether its rows come from files, so that the driver must read them for everybody. */
  default boolean isRead() {
    return false;
  }

  /**
   * Makes or reads the rows: the same bits on every machine.
   *
   * @throws IOException when a file cannot be read
   * @throws IllegalArgumentException when what it holds is no such data; names file and place
   */
  Rows rows(Files files) throws IOException;
}
