package org.escapement.theory.moments;

import java.util.Optional;
import org.escapement.simulate.Experiment;

/** The law of a point from step to step. */
public interface LawPath {

  /** The law at a step not before the last one that was asked for. */
  MomentLaw at(long step);

  /**
   * That of what is simulated, exactly.
   *
   * @param last the last step that is asked for
   */
  static Optional<LawPath> exact(Experiment experiment, long last) {
    Optional<LawPath> quadratic = QuadraticPath.of(experiment, last).map(path -> path);
    return quadratic.isPresent()
        ? quadratic
        : DensityPath.exact(experiment, last).map(path -> path);
  }
}
