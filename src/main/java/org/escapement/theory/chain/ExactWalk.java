package org.escapement.theory.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.KickLaws;

/** The chain that is simulated, on the line and without memory: its integral equation, solved. */
public final class ExactWalk implements Prediction {
  /** P(N > horizon) below which nothing is censored. */
  private static final double NEVER_CENSORED = 1e-11;

  /** Share of diverged trajectories that may be neglected. */
  static final double NEVER_DIVERGED = 1e-8;

  /** Below this probability of an exit in time the side of the exit is not predicted. */
  private static final double LEAST_SHARE = 1e-6;

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
    return "one dimension; SGD, Euler-Maruyama, or momentum 0, constant step size; watched"
        + " at steps, also at a shifted boundary; interval, or"
        + " half-line in a confining potential without heavy tails; noise with a known density"
        + " (stable from alpha = 0.5 on; normal noise may depend on the position but not vanish);"
        + " two resolutions agree to 1e-9. Rademacher noise on a half-line and an increasing map:"
        + " between bounds that are closer than 5e-4";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return LineWalk.of(experiment).map(walk -> of(walk, experiment)).orElse(List.of());
  }

  private static List<Predicted> of(LineWalk walk, Experiment experiment) {
    return exit(walk, experiment)
        .map(exit -> predicted(exit, walk.line(), walk.descent().timeStep()))
        .orElse(List.of());
  }

  private static Optional<WalkExit> exit(LineWalk walk, Experiment e) {
    Line line = walk.line();
    OptionalDouble reach = KickLaws.reach(e.noise(), walk.descent()::factor);
    if (reach.isPresent() && Trap.holds(walk.map(), reach.getAsDouble(), line)) {
      return Optional.of(WalkExit.never(e.horizon()));
    }
    OptionalDouble coin = KickLaws.coin(e.noise(), walk.descent()::factor);
    return coin.isPresent()
        ? coinExit(line, walk.map(), coin.getAsDouble(), e.horizon())
        : walk.walk(e)
            .flatMap(
                known ->
                    walk.solved(
                            known, (w, part) -> NystromExit.of(w, part, line.start(), e.horizon()))
                        .filter(
                            exit -> exit.mean() * LineWalk.jumpsFar(known, e) <= NEVER_DIVERGED));
  }

  private static Optional<WalkExit> coinExit(
      Line line, DoubleUnaryOperator map, double size, long horizon) {
    if (!line.isHalfLine()) {
      return Optional.empty();
    }
    return line.low() == Double.NEGATIVE_INFINITY
        ? CoinExit.of(map, size, line.start(), line.high(), horizon)
        : CoinExit.of(x -> -map.applyAsDouble(-x), size, -line.start(), -line.low(), horizon);
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
