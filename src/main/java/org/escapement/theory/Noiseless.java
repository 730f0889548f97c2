package org.escapement.theory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.escapement.model.SampledObjective;
import org.escapement.noise.NoNoise;
import org.escapement.simulate.Experiment;

/** When descent along the exact gradient leaves, where noise only comes from sampling. */
public final class Noiseless implements Prediction {
  /** A way without noise is worth some milliseconds, not more. */
  private static final long MOST_STEPS = 200_000;

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
    return "the recursion x' = x - eta grad f(x) + beta (x - x before) itself";
  }

  @Override
  public String validity() {
    return "sampled objective without further noise, constant parameters, exit within "
        + MOST_STEPS
        + " steps; exact as the noise of the samples becomes small, as for large batches";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.form() == Descent.Form.HEAVY_BALL);
    boolean sampled =
        experiment.objective() instanceof SampledObjective
            && experiment.noise().parts().stream().allMatch(part -> part instanceof NoNoise);
    if (descent.isEmpty() || !sampled) {
      return List.of();
    }
    OptionalLong exit = ExactDescent.exitStep(experiment, descent.get(), MOST_STEPS);
    return exit.isPresent() ? Answer.mean(exit.getAsLong(), descent.get().timeStep()) : List.of();
  }
}
