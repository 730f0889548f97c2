package org.escapement.theory.stable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseTailIndex;
import org.escapement.model.Noise;
import org.escapement.model.SampledObjective;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/** The index of stable noise is what the block estimator must find. */
public final class StableNoise implements Prediction {

  @Override
  public String name() {
    return "exact-noise-index";
  }

  @Override
  public String summary() {
    return "Index of the gradient noise: a sum of m stable kicks is a kick times m^(1/alpha)";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "Mohammadi, Mohammadpour, Ogata 2015, Metrika 78, 549, corollary 2.4";
  }

  @Override
  public String validity() {
    return "one noise that is normal, stable or isotropic-stable, objective not seen through"
        + " samples; coordinates of isotropic-stable noise share one random scale, so that their"
        + " sums grow as those of normal ones";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (Measure<?> measure : measures) {
      if (measure instanceof NoiseTailIndex one) {
        index(experiment, one.isOfCoordinates())
            .ifPresent(index -> addTo(all, one, experiment.horizon(), index));
      }
    }
    return all;
  }

  private static void addTo(List<Predicted> all, NoiseTailIndex one, long horizon, double index) {
    for (long step : one.at().steps(horizon)) {
      all.add(new Predicted(one.quantity(), step, index));
    }
  }

  private static OptionalDouble index(Experiment experiment, boolean ofCoordinates) {
    List<Noise> parts =
        experiment.noise().parts().stream().filter(part -> !(part instanceof NoNoise)).toList();
    if (parts.size() != 1 || experiment.objective() instanceof SampledObjective) {
      return OptionalDouble.empty();
    }
    Noise noise = parts.get(0);
    Optional<Double> index = Optional.empty();
    if (noise instanceof Gaussian) {
      index = Optional.of(2.0);
    } else if (noise instanceof Stable stable) {
      index = Optional.of(stable.alpha());
    } else if (noise instanceof IsotropicStable stable) {
      index = Optional.of(ofCoordinates ? 2 : stable.alpha());
    }
    return index.stream().mapToDouble(Double::doubleValue).findFirst();
  }
}
