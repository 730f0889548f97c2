package org.escapement.theory.noiselevel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Directed;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.Spread;
import org.escapement.theory.kick.KickMoments;

/** The noise level of search directions from the exact second moments of position and memory. */
public final class ExactNoiseLevel implements Prediction {

  @Override
  public String name() {
    return "exact-noise-level";
  }

  @Override
  public String summary() {
    return "Mean square of search direction minus gradient, its noise and its bias, at each"
        + " measured step";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public boolean needsStart() {
    return false;
  }

  @Override
  public String source() {
    return "E |kept - (1 - share) grad f|^2 + share^2 E |noise|^2, with the recursion of the second"
        + " moments M' = A M A^T + covariance of the kick";
  }

  @Override
  public String validity() {
    return "as exact-moments on quadratics, for SGD, heavy ball, normalised heavy ball and"
        + " quasi-hyperbolic momentum with any schedule. On other objectives what the noise alone"
        + " makes, where it is the same everywhere. Nothing may end before the step";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Long> steps = AskedSteps.of(measures, experiment.horizon());
    if (steps.isEmpty()) {
      return List.of();
    }
    Optional<DirectionPath> path = DirectionPath.of(experiment, steps.get(steps.size() - 1));
    List<Predicted> all = new ArrayList<>();
    for (long step : steps) {
      path.map(directions -> directions.at(step))
          .orElseGet(() -> ofNoise(experiment, step))
          .forEach((part, law) -> add(part, step, law, all));
    }
    return List.copyOf(all);
  }

  private static void add(Part part, long step, SampleLaw law, List<Predicted> to) {
    if (Double.isFinite(law.mean())) {
      to.add(new Predicted(part.word(), step, law.mean(), Spread.of(law)));
    }
  }

  /** On any objective with its gradient itself: SGD's direction has no bias anywhere. */
  private static Map<Part, SampleLaw> ofNoise(Experiment experiment, long step) {
    Map<Part, SampleLaw> parts = new EnumMap<>(Part.class);
    if (experiment.dynamics() instanceof Directed directed) {
      KnownNoise.of(experiment)
          .ifPresent(
              kicks -> {
                double share = directed.share(step - 1);
                SampleLaw noise = squares(kicks);
                parts.put(Part.NOISE_LEVEL_NOISE, noise.times(share * share));
                parts.put(Part.GRADIENT_NOISE, noise);
                if (Direction.of(directed, step - 1).equals(new Direction(1, 0))) {
                  parts.put(Part.NOISE_LEVEL, noise);
                }
              });
    }
    return parts;
  }

  private static SampleLaw squares(List<KickMoments> kicks) {
    SampleLaw sum = new SampleLaw(0, 0, 0);
    for (KickMoments kick : kicks) {
      double variance = kick.varianceAt(0);
      sum =
          sum.plus(
              kick.keepsNormal()
                  ? new SampleLaw(
                      variance, 2 * variance * variance, 8 * variance * variance * variance)
                  : SampleLaw.ofMean(variance));
    }
    return sum;
  }
}
