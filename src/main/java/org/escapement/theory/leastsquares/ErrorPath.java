package org.escapement.theory.leastsquares;

import java.util.Optional;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.model.Objective;
import org.escapement.noise.NoNoise;
import org.escapement.simulate.Experiment;
import org.escapement.theory.linear.LinearDynamics;
import org.escapement.theory.moments.LawPath;

/** Moments of descent on least squares from step to step. */
final class ErrorPath implements LawPath {
  private final Objective objective;
  private final LinearDynamics dynamics;
  private final BatchProblem problem;
  private final ErrorMoments moments;
  private ErrorStep present;
  private long step;
  private long sameUntil;

  private ErrorPath(Objective objective, LinearDynamics dynamics, BatchProblem problem) {
    this.objective = objective;
    this.dynamics = dynamics;
    this.problem = problem;
    this.moments = new ErrorMoments(problem.modes().start());
  }

  /**
   * The law at step 0.
   *
   * @param last the last step that is asked for
   * @return empty for other objectives and dynamics, for noise beside the batches', and where it
   *     would take too long
   */
  static Optional<ErrorPath> of(Experiment experiment, long last) {
    Optional<LinearDynamics> dynamics =
        LinearDynamics.of(experiment.dynamics())
            .filter(d -> d.kicks() == LinearDynamics.Kicks.OF_THE_NOISE)
            .filter(d -> !(experiment.dynamics() instanceof EulerMaruyama));
    boolean quiet = experiment.noise().parts().stream().allMatch(p -> p instanceof NoNoise);
    if (dynamics.isEmpty() || !quiet) {
      return Optional.empty();
    }
    return BatchProblem.of(experiment.objective(), experiment.position(), last)
        .map(problem -> new ErrorPath(experiment.objective(), dynamics.get(), problem));
  }

  @Override
  public ErrorLaw at(long asked) {
    while (step < asked) {
      if (step >= sameUntil) {
        sameUntil = dynamics.sameUntil(step);
        present = ErrorStep.of(dynamics, step, problem.modes().curvature());
      }
      moments.advance(present, problem.noise());
      step++;
    }
    return new ErrorLaw(objective, problem.modes(), moments);
  }
}
