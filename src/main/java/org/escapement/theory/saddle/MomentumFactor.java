package org.escapement.theory.saddle;

import java.util.List;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;

/** The claim that momentum shortens the escape from a saddle by the factor 1 - momentum. */
public final class MomentumFactor implements Prediction {
  @Override
  public String name() {
    return "momentum-factor";
  }

  @Override
  public String summary() {
    return "Exit of SGD from a saddle, times 1 - momentum";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Wang, Lin, Abernethy 2020, Theorem 1: T proportional to 1 - beta; the rest is"
        + " saddle-passage without momentum";
  }

  @Override
  public String validity() {
    return "as saddle-passage, without a lasting push; 1 - momentum much larger than the root of"
        + " step size times curvature; the logarithm of the amplitude is neglected";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return SaddleExit.of(experiment)
        .filter(exit -> exit.push() == 0 && SaddlePassage.applies(exit))
        .map(MomentumFactor::predicted)
        .orElse(List.of());
  }

  private static List<Predicted> predicted(SaddleExit exit) {
    double timeStep = exit.descent().timeStep();
    double momentum = exit.descent().momentum();
    boolean normalised = exit.descent().rate() != timeStep;
    double steps = exit.withMomentum(0).law(exit.equivalentWall()).mean();
    return normalised ? List.of() : Answer.mean((1 - momentum) * steps, timeStep);
  }
}
