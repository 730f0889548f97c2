package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.HalfSpace;
import org.escapement.objective.CoupledDoubleWell;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Well;

/** The mean time over a high barrier at low temperature, for overdamped motion. */
public final class EyringKramers implements Prediction {

  @Override
  public String name() {
    return "eyring-kramers";
  }

  @Override
  public String summary() {
    return "Mean time over a high barrier, exp(barrier / T) with the prefactor of the curvatures";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Kramers 1940, Physica 7, 284; in more dimensions Bovier, Eckhoff, Gayrard, Klein 2004,"
        + " J. Eur. Math. Soc. 6, 399";
  }

  @Override
  public String validity() {
    return "normal noise, barrier at least 2 T (the error is of order T / barrier), step |f''| <= 0.5, with momentum"
        + " 4 step |f''| <= 0.5 (1 - momentum)^2; the domain ends at the top of the barrier (half"
        + " the time) or at least 2 T below it on the other side; one dimension or the coupled"
        + " double well";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent = Descent.of(experiment);
    if (descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble temperature = descent.get().temperature(experiment.noise());
    if (temperature.isEmpty()) {
      return List.of();
    }
    OptionalDouble time =
        experiment.objective() instanceof CoupledDoubleWell well
            ? coupled(well, experiment, descent.get(), temperature.getAsDouble())
            : line(experiment, descent.get(), temperature.getAsDouble());
    return time.isPresent()
        ? Answer.mean(time.getAsDouble() / descent.get().effectiveStep(), descent.get().timeStep())
        : List.of();
  }

  private static OptionalDouble line(Experiment experiment, Descent descent, double temperature) {
    Optional<Well> well =
        Line.of(experiment)
            .filter(line -> descent.isOverdamped(line.largestCurvatureOnTheWayOut()))
            .flatMap(Well::of);
    Optional<WaysOut> ways = well.flatMap(w -> WaysOut.of(w, temperature));
    return ways.isPresent() ? OptionalDouble.of(ways.get().meanTime()) : OptionalDouble.empty();
  }

  /** In the plane, from (-w, -w) to a line x = end behind the saddle at the origin, or mirrored. */
  private static OptionalDouble coupled(
      CoupledDoubleWell f, Experiment experiment, Descent descent, double temperature) {
    if (!(experiment.domain() instanceof HalfSpace half)
        || half.normal().at(1) != 0
        || f.depth() < WaysOut.LEAST_BARRIER * temperature) {
      return OptionalDouble.empty();
    }
    double end = half.offset() / half.normal().at(0) * -Math.signum(half.normal().at(0));
    double q = end / f.halfWidth();
    double left = f.depth() * (1 - (q * q - 1) * (q * q - 1));
    double start = experiment.position().at(0) * Math.signum(half.normal().at(0));
    boolean behind = q > 0 && q <= 1 && left >= WaysOut.LEAST_BARRIER * temperature && start > 0;
    double atTop = -4 * f.depth() / (f.halfWidth() * f.halfWidth());
    double steepest = -2 * atTop + 2 * f.coupling();
    if (!behind || !descent.isOverdamped(steepest)) {
      return OptionalDouble.empty();
    }
    double unstable =
        atTop / 2 + f.coupling() - Math.sqrt(atTop * atTop / 4 + f.coupling() * f.coupling());
    return OptionalDouble.of(
        KramersExit.overdamped(
            f.depth(), -2 * atTop * f.coupling(), atTop * f.coupling(), unstable, temperature));
  }
}
