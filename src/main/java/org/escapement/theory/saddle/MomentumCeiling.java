package org.escapement.theory.saddle;

import java.util.List;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;

/** No momentum makes the escape from a saddle faster than its limit 1 does. */
public final class MomentumCeiling implements Prediction {

  @Override
  public String name() {
    return "momentum-ceiling";
  }

  @Override
  public String summary() {
    return "Exit from a saddle in the limit of momentum 1, the least of all: the rate is below the"
        + " root of step size times curvature";
  }

  @Override
  public Kind kind() {
    return Kind.BOUND;
  }

  @Override
  public String source() {
    return "ln r <= 2 arsinh(sqrt(eta kappa)/2) < sqrt(eta kappa) for the larger root r of z^2 - (1"
        + " + beta + eta kappa) z + beta, and the linear saddle's mean exit, which falls with beta";
  }

  @Override
  public String validity() {
    return "as saddle-passage, without a lasting push; heavy ball that is not normalised; wall 5"
        + " standard deviations of the limit variable wide even at momentum 1";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return SaddleExit.of(experiment)
        .filter(exit -> exit.push() == 0 && SaddlePassage.applies(exit))
        .filter(exit -> exit.descent().rate() == exit.descent().timeStep())
        .map(MomentumCeiling::predicted)
        .orElse(List.of());
  }

  private static List<Predicted> predicted(SaddleExit exit) {
    SaddleExit limit = exit.withMomentum(1);
    return SaddlePassage.isWide(limit)
        ? Answer.mean(limit.law(limit.equivalentWall()).mean(), exit.descent().timeStep())
        : List.of();
  }
}
