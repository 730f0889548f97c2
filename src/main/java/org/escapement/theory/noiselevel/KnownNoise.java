package org.escapement.theory.noiselevel;

import java.util.List;
import java.util.Optional;
import org.escapement.model.SampledObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.kick.KickMoments;

/** The noise on the gradient where its law is the same everywhere. */
final class KnownNoise {
  private KnownNoise() {}

  /** On each coordinate; empty where the gradient is sampled too, or the variance is not known. */
  static Optional<List<KickMoments>> of(Experiment experiment) {
    return experiment.objective() instanceof SampledObjective
        ? Optional.empty()
        : KickMoments.of(experiment.noise(), experiment.dimension())
            .filter(kicks -> kicks.stream().allMatch(KickMoments::isSameEverywhere));
  }

  /** C^2/b = E |g - grad f|^2. */
  static Optional<Double> meanSquare(Experiment experiment) {
    return of(experiment)
        .map(kicks -> kicks.stream().mapToDouble(kick -> kick.varianceAt(0)).sum());
  }
}
