package org.escapement.theory.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;

/** When descent along the exact gradient leaves, where noise only comes from sampling. */
public final class Noiseless implements Prediction {

  @Override
  public String name() {
    return "noiseless";
  }

  @Override
  public String summary() {
    return "Step at which descent along the exact gradient leaves: what sampling adds its noise to";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return ExactDescent.SOURCE;
  }

  @Override
  public String validity() {
    return "sampled objective without further noise, constant parameters, exit within "
        + ExactDescent.MOST_STEPS
        + " steps; exact as the noise of the samples becomes small, as for large batches";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent = ExactDescent.of(experiment);
    if (descent.isEmpty() || !Deterministic.isSampled(experiment)) {
      return List.of();
    }
    OptionalLong exit = ExactDescent.exitStep(experiment, descent.get());
    return exit.isPresent() ? Answer.mean(exit.getAsLong(), descent.get().timeStep()) : List.of();
  }
}
