package org.escapement.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.AfterSteps;
import org.escapement.monitoring.Shifted;
import org.escapement.simulate.Experiment;

/** The chain that is simulated, on the line and without memory: its integral equation, solved. */
public final class ExactWalk implements Prediction {
  /** P(N > horizon) below which nothing is censored. */
  private static final double NEVER_CENSORED = 1e-11;

  /** Share of diverged trajectories that may be neglected. */
  private static final double NEVER_DIVERGED = 1e-8;

  /** Below this probability of an exit in time the side of the exit is not predicted. */
  private static final double LEAST_SHARE = 1e-6;

  /** How many typical kicks beyond the wall a walk on a half-line is followed. */
  private static final double[] MARGINS = {3, 12};

  @Override
  public String name() {
    return "exact-walk";
  }

  @Override
  public String summary() {
    return "Exit of the simulated chain itself, from its integral equation";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "Fredholm equation u = 1 + K u of the chain, Nystroem's method with product integration"
        + " (Atkinson 1997, The Numerical Solution of Integral Equations of the Second Kind, ch. 4)";
  }

  @Override
  public String validity() {
    return "one dimension; SGD, Euler-Maruyama, or momentum 0, constant step size; watched at steps, also at a shifted boundary; interval, or"
        + " half-line in a confining potential without heavy tails; noise with a smooth density"
        + " but perhaps at 0 (not uniform, not Rademacher; stable from alpha = 0.5 on); two"
        + " resolutions agree to 1e-9";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<Line> line = Line.of(experiment).flatMap(whole -> watched(whole, experiment));
    if (descent.isEmpty() || line.isEmpty()) {
      return List.of();
    }
    double rate = descent.get().rate();
    return KickLaws.of(experiment.noise(), descent.get()::factor)
        .flatMap(kick -> exit(line.get(), kick, rate, experiment))
        .map(exit -> predicted(exit, line.get(), descent.get().timeStep()))
        .orElse(List.of());
  }

  /** The interval that a step must lead out of; empty where steps are not all that counts. */
  private static Optional<Line> watched(Line line, Experiment experiment) {
    if (experiment.monitoring() instanceof AfterSteps) {
      return Optional.of(line);
    }
    return experiment.monitoring() instanceof Shifted
        ? line.narrowed(Shifted.shift(experiment.noise(), experiment.dynamics()))
        : Optional.empty();
  }

  private static Optional<WalkExit> exit(Line line, KickLaw kick, double rate, Experiment e) {
    DoubleUnaryOperator map = x -> x - rate * line.slope().applyAsDouble(x);
    Walk walk = new Walk(map, kick, line.low(), line.high());
    Optional<WalkExit> exit = Optional.empty();
    if (line.isBounded()) {
      exit = NystromExit.of(walk, line.start(), e.horizon());
    } else if (line.isHalfLine() && kick.reach() < Double.POSITIVE_INFINITY) {
      for (int k = 0; k < MARGINS.length && exit.isEmpty(); k++) {
        exit =
            stretch(line, kick, rate, MARGINS[k])
                .flatMap(part -> NystromExit.of(walk, part, line.start(), e.horizon()));
      }
    }
    return exit.filter(found -> found.mean() * jumpsFar(walk, e) <= NEVER_DIVERGED);
  }

  private static Optional<NystromExit.Stretch> stretch(
      Line line, KickLaw kick, double rate, double margin) {
    double temperature = kick.width() * kick.width() / (2 * rate);
    double more = margin * kick.width();
    if (line.low() == Double.NEGATIVE_INFINITY) {
      return stretch(line.mirrored(), kick, rate, margin)
          .map(part -> new NystromExit.Stretch(-part.high(), -part.low()));
    }
    OptionalDouble wall =
        Confinement.wallAbove(line.value(), line.low(), line.start(), temperature);
    return wall.isPresent()
        ? Optional.of(new NystromExit.Stretch(line.low(), wall.getAsDouble() + more))
        : Optional.empty();
  }

  /** The probability per step, at most, of a jump that counts as divergence. */
  private static double jumpsFar(Walk walk, Experiment e) {
    if (e.divergedBeyond() == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double farthest = Math.abs(walk.map().applyAsDouble(e.start().at(0)));
    for (double end : new double[] {walk.low(), walk.high()}) {
      if (Double.isFinite(end)) {
        farthest = Math.max(farthest, Math.abs(walk.map().applyAsDouble(end)));
      }
    }
    return 2 * walk.kick().upperTail(e.divergedBeyond() - 2 * farthest);
  }

  static List<Predicted> predicted(WalkExit exit, Line line, double timeStep) {
    double inTime = exit.shareInTime();
    if (1 - inTime < NEVER_CENSORED) {
      return Answer.mean(exit.mean(), timeStep, line, exit.shareBelow());
    }
    List<Predicted> all = new ArrayList<>();
    all.add(new Predicted("restricted_mean", exit.restrictedMean() * timeStep));
    all.add(new Predicted("exited_share", inTime));
    if (inTime > LEAST_SHARE) {
      all.addAll(line.shares(exit.shareBelowInTime() / inTime, exit.shareAboveInTime() / inTime));
    }
    return List.copyOf(all);
  }
}
