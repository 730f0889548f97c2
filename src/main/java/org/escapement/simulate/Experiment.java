package org.escapement.simulate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.escapement.model.Domain;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;

/**
 * One cell, complete but for its random key: what moves, how, from where, until when.
 *
 * @param start the position of every trajectory at step 0, inside the domain
 * @param horizon steps after which a trajectory that has not exited is censored, at least 1
 * @param divergedBeyond a trajectory with some |x_k| beyond it has diverged; infinite when only
 *     numbers that are not finite count
 */
public record Experiment(
    Objective objective,
    Noise noise,
    Dynamics dynamics,
    Vector start,
    Domain domain,
    long horizon,
    double divergedBeyond)
    implements Serializable {

  /**
   * Checks what is right alone and wrong together; all problems at once.
   *
   * @return one sentence for each problem; empty when there is none
   */
  public List<String> problems() {
    return ExperimentCheck.problems(this);
  }

  /** Checks as {@link #problems} does. */
  public Experiment {
    if (horizon < 1) {
      throw new IllegalArgumentException("horizon must be at least 1, got " + horizon);
    }
    if (!(divergedBeyond > 0)) {
      throw new IllegalArgumentException(
          "diverged-beyond must be in (0, inf], got " + divergedBeyond);
    }
  }

  /** d, the coordinates of the position. */
  public int dimension() {
    return objective.dimension();
  }

  /** The step size when it is the same at every step. */
  public Optional<Double> constantStepSize() {
    return dynamics.stepSize().isConstant()
        ? Optional.of(dynamics.stepSize().at(0))
        : Optional.empty();
  }
}
