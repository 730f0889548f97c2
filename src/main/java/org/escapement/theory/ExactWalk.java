package org.escapement.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
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

  private static final int POTENTIAL_PANELS = 4;

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
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<Line> line = Line.of(experiment).flatMap(whole -> watched(whole, experiment));
    if (descent.isEmpty() || line.isEmpty()) {
      return List.of();
    }
    return exit(line.get(), descent.get(), experiment)
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

  private static Optional<WalkExit> exit(Line line, Descent descent, Experiment e) {
    double rate = descent.rate();
    DoubleUnaryOperator map = x -> x - rate * line.slope().applyAsDouble(x);
    OptionalDouble reach = KickLaws.reach(e.noise(), descent::factor);
    if (reach.isPresent() && Trap.holds(map, reach.getAsDouble(), line)) {
      return Optional.of(WalkExit.never(e.horizon()));
    }
    OptionalDouble coin = KickLaws.coin(e.noise(), descent::factor);
    return coin.isPresent()
        ? coinExit(line, map, coin.getAsDouble(), e.horizon())
        : KickLaws.at(e.noise(), descent::factor).flatMap(kick -> exit(line, kick, rate, e));
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

  private static Optional<WalkExit> exit(
      Line line, DoubleFunction<KickLaw> kick, double rate, Experiment e) {
    DoubleUnaryOperator map = x -> x - rate * line.slope().applyAsDouble(x);
    Walk walk = new Walk(map, kick, line.low(), line.high());
    Optional<WalkExit> exit = Optional.empty();
    if (line.isBounded()) {
      exit = NystromExit.of(walk, line.start(), e.horizon());
    } else if (line.isHalfLine() && kick.apply(line.start()).reach() < Double.POSITIVE_INFINITY) {
      for (int k = 0; k < MARGINS.length && exit.isEmpty(); k++) {
        exit =
            stretch(line, kick, rate, MARGINS[k])
                .flatMap(part -> NystromExit.of(walk, part, line.start(), e.horizon()));
      }
    }
    return exit.filter(found -> found.mean() * jumpsFar(walk, e) <= NEVER_DIVERGED);
  }

  private static Optional<NystromExit.Stretch> stretch(
      Line line, DoubleFunction<KickLaw> kick, double rate, double margin) {
    if (line.low() == Double.NEGATIVE_INFINITY) {
      return stretch(line.mirrored(), x -> kick.apply(-x), rate, margin)
          .map(part -> new NystromExit.Stretch(-part.high(), -part.low()));
    }
    double width = kick.apply(line.start()).width();
    OptionalDouble wall =
        Confinement.wallAbove(
            potential(line, kick, width), line.low(), line.start(), width * width / (2 * rate));
    if (wall.isEmpty()) {
      return Optional.empty();
    }
    double more = margin * kick.apply(wall.getAsDouble()).width();
    return Optional.of(new NystromExit.Stretch(line.low(), wall.getAsDouble() + more));
  }

  /** f, or for a kick that changes its width: Int f' (width at the start / width)^2. */
  private static DoubleUnaryOperator potential(
      Line line, DoubleFunction<KickLaw> kick, double width) {
    double start = line.start();
    if (kick.apply(line.low()).width() == width && kick.apply(start + 1).width() == width) {
      return line.value();
    }
    DoubleUnaryOperator slope =
        x -> {
          double ratio = width / kick.apply(x).width();
          return line.slope().applyAsDouble(x) * ratio * ratio;
        };
    return x -> {
      double sum = 0;
      for (int p = 0; p < POTENTIAL_PANELS; p++) {
        double from = start + (x - start) * p / POTENTIAL_PANELS;
        sum += Panels.integral(slope, from, start + (x - start) * (p + 1) / POTENTIAL_PANELS);
      }
      return sum;
    };
  }

  /** The probability per step, at most, of a jump that counts as divergence. */
  private static double jumpsFar(Walk walk, Experiment e) {
    if (e.divergedBeyond() == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double farthest = Math.abs(walk.map().applyAsDouble(e.start().at(0)));
    double outermost = Math.abs(e.start().at(0));
    for (double end : new double[] {walk.low(), walk.high()}) {
      if (Double.isFinite(end)) {
        farthest = Math.max(farthest, Math.abs(walk.map().applyAsDouble(end)));
        outermost = Math.max(outermost, Math.abs(end));
      }
    }
    return 2 * walk.kick().apply(2 * outermost).upperTail(e.divergedBeyond() - 2 * farthest);
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
