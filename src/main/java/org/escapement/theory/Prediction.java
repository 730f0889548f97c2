package org.escapement.theory;

import java.util.List;
import org.escapement.measure.Measure;
import org.escapement.simulate.Experiment;

/** What theory says about a cell. Never fitted to what was measured. */
public interface Prediction {

  /** Its name in the catalogue, in kebab-case. */
  String name();

  /** What it says, in one sentence. */
  String summary();

  Kind kind();

  /** Whether it says what every single trajectory does: then any deviation is an error. */
  default boolean isCertain() {
    return false;
  }

  /**
   * Whether it speaks of numbers that a study may measure. Others are evaluated only where nothing
   * is simulated.
   */
  default boolean isMeasurable() {
    return true;
  }

  /** Whether it can only speak of trajectories that all begin at the same position. */
  default boolean needsStart() {
    return true;
  }

  /** Paper and equation. */
  String source();

  /** Where it holds, in words. */
  String validity();

  /** The predicted numbers for exits; empty where it does not apply. */
  List<Predicted> of(Experiment experiment);

  /**
   * The predicted numbers for exits and for what is measured beside them; empty where it does not
   * apply.
   */
  default List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    return of(experiment);
  }
}
