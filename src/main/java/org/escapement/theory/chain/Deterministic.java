package org.escapement.theory.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.escapement.model.SampledObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;

/** When descent leaves that nothing random is in. */
public final class Deterministic implements Prediction {

  @Override
  public String name() {
    return "exact-descent";
  }

  @Override
  public String summary() {
    return "Step at which every trajectory leaves when there is no noise at all";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public boolean isCertain() {
    return true;
  }

  @Override
  public String source() {
    return ExactDescent.SOURCE;
  }

  @Override
  public String validity() {
    return "no noise, nor an objective seen through samples unless a batch is all of them; constant"
        + " parameters, exit within "
        + ExactDescent.MOST_STEPS
        + " steps";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent = ExactDescent.of(experiment);
    if (descent.isEmpty() || isSampled(experiment)) {
      return List.of();
    }
    OptionalLong exit = ExactDescent.exitStep(experiment, descent.get());
    return exit.isPresent() ? Answer.mean(exit.getAsLong(), descent.get().timeStep()) : List.of();
  }

  /** Whether the gradient of a step is random. */
  static boolean isSampled(Experiment experiment) {
    return experiment.objective() instanceof SampledObjective sampled && !sampled.isExact();
  }
}
