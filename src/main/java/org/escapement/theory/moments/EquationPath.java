package org.escapement.theory.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Approximated;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.linear.LinearDiffusion;
import org.escapement.theory.linear.Modes;
import org.escapement.theory.linear.ModifiedMode;
import org.escapement.theory.linear.StateLaw;

/**
 * The law of a linear diffusion in the time of steps, mode by mode of a quadratic.
 *
 * @param each one for each mode
 */
record EquationPath(Modes modes, List<LinearDiffusion> each, Experiment experiment)
    implements LawPath {

  /** Empty for other objectives, noise without variance, and where a mode has no equation. */
  static Optional<LawPath> of(
      Experiment experiment,
      Approximated optimizer,
      Function<ModifiedMode, Optional<LinearDiffusion>> equation) {
    Optional<Modes> modes = Modes.of(experiment.objective());
    return modes
        .flatMap(m -> m.kicks(experiment.noise()))
        .flatMap(kicks -> diffusions(modes.get(), optimizer, kicks, equation))
        .map(each -> new EquationPath(modes.get(), each, experiment));
  }

  private static Optional<List<LinearDiffusion>> diffusions(
      Modes modes,
      Approximated optimizer,
      List<KickMoments> kicks,
      Function<ModifiedMode, Optional<LinearDiffusion>> equation) {
    List<LinearDiffusion> all = new ArrayList<>();
    for (int a = 0; a < modes.size(); a++) {
      double[] variance = kicks.get(a).coefficient()[2];
      double quadratic = variance.length > 2 ? variance[2] : 0;
      ModifiedMode mode =
          new ModifiedMode(optimizer, modes.curvature().at(a), variance[0], quadratic);
      Optional<LinearDiffusion> diffusion = equation.apply(mode);
      if (diffusion.isEmpty()) {
        return Optional.empty();
      }
      all.add(diffusion.get());
    }
    return Optional.of(all);
  }

  @Override
  public MomentLaw at(long step) {
    List<StateLaw> laws = new ArrayList<>();
    for (int a = 0; a < each.size(); a++) {
      double start = modes.startOf(a, experiment.position())[0];
      laws.add(each.get(a).positionAfter(step, start));
    }
    return new QuadraticMoments(modes, laws, true);
  }
}
