package org.escapement.study;

/** Hears how a run comes along. Never called on two threads at once. */
public interface RunListener {

  /** A round begins: so many chunks. */
  default void roundStarted(String title, int chunks) {}

  /**
   * A chunk is done.
   *
   * @param done steps made in this run so far, this chunk's included
   * @param expected steps that all of this run will make, as far as is known
   */
  default void advanced(long done, long expected) {}

  /** Says something worth a line of its own. */
  default void note(String line) {}
}
