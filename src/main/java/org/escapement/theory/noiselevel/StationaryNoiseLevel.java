package org.escapement.theory.noiselevel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.Modes;

/** What the noise level of search directions tends to on a quadratic, in closed form. */
public final class StationaryNoiseLevel implements Prediction {

  @Override
  public String name() {
    return "stationary-noise-level";
  }

  @Override
  public String summary() {
    return "Mean square of search direction minus gradient after very many steps on a quadratic";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public boolean needsStart() {
    return false;
  }

  @Override
  public String source() {
    return "fixed point of the recursion of the second moments; heavy ball s^2 (1 + 2 beta^2/((1 -"
        + " beta) (2 (1 + beta) - eta lambda))) per mode, normalised s^2 (2 (1 - beta) + eta lambda"
        + " (3 beta - 1))/(2 (1 + beta) - eta lambda (1 - beta))";
  }

  @Override
  public String validity() {
    return "quadratic without negative curvature, noise of finite variance that is the same"
        + " everywhere, constant and stable step size and momentum; after many steps";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Predicted> all = new ArrayList<>();
    for (long step : AskedSteps.of(measures, experiment.horizon())) {
      of(experiment.dynamics(), experiment)
          .forEach((part, value) -> all.add(new Predicted(part.word(), step, value)));
    }
    return List.copyOf(all);
  }

  private static Map<Part, Double> of(Dynamics dynamics, Experiment experiment) {
    Optional<Modes> modes = Modes.of(experiment.objective());
    Optional<List<KickMoments>> kicks =
        modes
            .flatMap(m -> m.kicks(experiment.noise()))
            .filter(all -> all.stream().allMatch(KickMoments::isSameEverywhere));
    Map<Part, Double> sum = new EnumMap<>(Part.class);
    for (int a = 0; kicks.isPresent() && a < modes.get().size(); a++) {
      double curvature = modes.get().curvature().at(a);
      Optional<Map<Part, Double>> mode = of(dynamics, curvature);
      if (mode.isEmpty()) {
        return Map.of();
      }
      double variance = kicks.get().get(a).varianceAt(0);
      mode.get().forEach((part, value) -> sum.merge(part, value * variance, Double::sum));
    }
    return sum;
  }

  private static Optional<Map<Part, Double>> of(Dynamics dynamics, double curvature) {
    if (dynamics instanceof Sgd d) {
      return of(
          d.stepSize(), d.stepSize(), (h, any) -> StationaryMode.weighted(h, 0, 0), curvature);
    }
    if (dynamics instanceof HeavyBall d) {
      return of(d.stepSize(), d.momentum(), StationaryMode::heavyBall, curvature);
    }
    if (dynamics instanceof PytorchMomentum d) {
      return of(d.stepSize(), d.momentum(), StationaryMode::heavyBall, curvature);
    }
    if (dynamics instanceof NormalisedHeavyBall d) {
      return of(
          d.stepSize(), d.momentum(), (h, beta) -> StationaryMode.weighted(h, beta, 1), curvature);
    }
    return dynamics instanceof QuasiHyperbolic d
        ? of(
            d.stepSize(),
            d.momentum(),
            (h, beta) -> StationaryMode.weighted(h, beta, d.weight()),
            curvature)
        : Optional.empty();
  }

  /** What a mode tends to for a step size times curvature and a momentum. */
  private interface Form {
    Optional<Map<Part, Double>> at(double h, double beta);
  }

  private static Optional<Map<Part, Double>> of(
      Schedule stepSize, Schedule momentum, Form form, double curvature) {
    return stepSize.isConstant() && momentum.isConstant()
        ? form.at(stepSize.at(0) * curvature, momentum.at(0))
        : Optional.empty();
  }
}
