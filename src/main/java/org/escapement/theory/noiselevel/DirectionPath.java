package org.escapement.theory.noiselevel;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Directed;
import org.escapement.simulate.Experiment;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.moments.QuadraticMoments;
import org.escapement.theory.moments.QuadraticPath;

/** The laws of search directions on a quadratic, from step to step. */
final class DirectionPath {
  private final Directed dynamics;
  private final QuadraticPath path;
  private final List<KickMoments> kicks;

  private DirectionPath(Directed dynamics, QuadraticPath path, List<KickMoments> kicks) {
    this.dynamics = dynamics;
    this.path = path;
    this.kicks = kicks;
  }

  /**
   * Up to a step.
   *
   * @return empty where the moments of the state are not known, or nothing is called direction
   */
  static Optional<DirectionPath> of(Experiment experiment, long last) {
    if (!(experiment.dynamics() instanceof Directed directed) || !experiment.hasOneStart()) {
      return Optional.empty();
    }
    return QuadraticPath.of(experiment, last)
        .flatMap(
            path ->
                path.at(0)
                    .modes()
                    .kicks(experiment.noise())
                    .map(kicks -> new DirectionPath(directed, path, kicks)));
  }

  /** Numbers that a step costs. */
  int modes() {
    return kicks.size();
  }

  /**
   * Everything measured of the direction that leads to a step.
   *
   * @param step at least that of the call before, and 1
   */
  Map<Part, SampleLaw> at(long step) {
    QuadraticMoments before = path.at(step - 1);
    Direction direction = Direction.of(dynamics, step - 1);
    Map<Part, SampleLaw> sum = new EnumMap<>(Part.class);
    for (int a = 0; a < modes(); a++) {
      direction
          .of(before.laws().get(a), before.modes().curvature().at(a), kicks.get(a))
          .forEach((part, law) -> sum.merge(part, law, SampleLaw::plus));
    }
    if (!before.areIndependent()) {
      sum.replaceAll((part, law) -> SampleLaw.ofMean(law.mean()));
    }
    return sum;
  }

  /** The largest E |grad f|^2 before steps 1 to the last. */
  double largestGradientSquare(long last) {
    double largest = 0;
    for (long step = 1; step <= last; step++) {
      largest = Math.max(largest, at(step).get(Part.GRADIENT_SQUARE).mean());
    }
    return largest;
  }
}
