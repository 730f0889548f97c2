package org.escapement.measure;

import java.util.List;
import java.util.Optional;
import org.escapement.simulate.Experiment;
import org.escapement.simulate.Observable;
import org.escapement.simulate.Summary;

/** Something to measure beside exits, as a job file names it. Immutable; equal by value. */
public interface Measure<S extends Summary<S>> extends Observable<S> {

  /**
   * The measured numbers of a cell, in a fixed order.
   *
   * @param summary of all its trajectories
   */
  List<Reading> readings(S summary, Experiment experiment);

  /** Why it cannot be measured in an experiment; empty when it can. */
  default Optional<String> problem(Experiment experiment) {
    return Optional.empty();
  }

  /** Whether what it measures stands in a table of its own, not among the moments. */
  default boolean hasOwnTable() {
    return false;
  }

  /** How many numbers of each trajectory it keeps until the end; none where it adds them up. */
  default long keptNumbers(Experiment experiment) {
    return 0;
  }

  /** Whether a study cannot measure the other one too, which is not the same. */
  default boolean excludes(Measure<?> other) {
    return false;
  }
}
