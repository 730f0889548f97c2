package org.escapement.theory.saddle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.escapement.domain.Box;
import org.escapement.domain.Slab;
import org.escapement.model.AfterSteps;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Vector;
import org.escapement.noise.FiniteSample;
import org.escapement.objective.Saddle;
import org.escapement.objective.SaddleToy;
import org.escapement.simulate.Experiment;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;

/**
 * What matters of an experiment that begins at rest on a saddle of a separable function and ends
 * when its one unstable coordinate, w' = kappa w - strength w^(power - 1), is far enough from 0.
 *
 * @param descent the heavy ball
 * @param kappa minus the curvature, positive
 * @param strength of the confinement, at least 0
 * @param power of the confinement
 * @param wall it has left when |w| >= wall, below the minimum
 * @param push standard deviation of the part of the gradient noise that all steps of a trajectory
 *     share
 * @param noise variance of the rest of the gradient noise
 */
record SaddleExit(
    Descent descent,
    double kappa,
    double strength,
    int power,
    double wall,
    double push,
    RandomVariance noise) {
  /** Typical lengths of a stable coordinate within which it stays for ever. */
  private static final double NEVER_THERE = 10;

  /** A separable function: curvatures, and the confinement that all coordinates share. */
  private record Shape(Vector curvature, double strength, int power) {}

  /** The noise of one coordinate. */
  private record Push(double push, RandomVariance noise) {}

  static Optional<SaddleExit> of(Experiment e) {
    Optional<Shape> shape = shape(e.objective());
    Optional<Descent> descent =
        Descent.of(e)
            .filter(d -> d.form() == Descent.Form.HEAVY_BALL && d.momentum() >= 0)
            .filter(d -> d.clock() == Descent.Clock.GRADIENT)
            .filter(d -> e.monitoring() instanceof AfterSteps);
    if (shape.isEmpty() || descent.isEmpty() || !isZero(e.position())) {
      return Optional.empty();
    }
    OptionalInt unstable = unstable(shape.get().curvature());
    return unstable.isPresent()
        ? of(e, shape.get(), descent.get(), unstable.getAsInt())
        : Optional.empty();
  }

  private static Optional<SaddleExit> of(Experiment e, Shape shape, Descent descent, int k) {
    OptionalDouble wall = wall(e, shape.curvature(), descent, k);
    Optional<Push> push = push(e.noise(), e.dimension(), k);
    if (wall.isEmpty() || push.isEmpty()) {
      return Optional.empty();
    }
    SaddleExit exit =
        new SaddleExit(
            descent,
            -shape.curvature().at(k),
            shape.strength(),
            shape.power(),
            wall.getAsDouble(),
            push.get().push(),
            push.get().noise());
    return Optional.of(exit).filter(SaddleExit::isBelowMinimum);
  }

  private static Optional<Shape> shape(Objective objective) {
    if (objective instanceof SaddleToy toy) {
      return Optional.of(new Shape(toy.curvature(), 10, 10));
    }
    if (objective instanceof Saddle saddle) {
      return Optional.of(new Shape(saddle.curvature(), saddle.confinement(), 4));
    }
    return Quadratics.curvatures(objective).map(curvature -> new Shape(curvature, 0, 4));
  }

  private static boolean isZero(Vector start) {
    return start.equals(Vector.zero(start.size()));
  }

  /** The only coordinate of negative curvature, where all others are stable. */
  private static OptionalInt unstable(Vector curvature) {
    int found = -1;
    for (int k = 0; k < curvature.size(); k++) {
      boolean second = found >= 0 && !(curvature.at(k) > 0);
      if (curvature.at(k) == 0 || second) {
        return OptionalInt.empty();
      }
      found = curvature.at(k) < 0 ? k : found;
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  private static OptionalDouble wall(Experiment e, Vector curvature, Descent descent, int k) {
    if (e.domain() instanceof Slab slab && slab.axis() == k + 1) {
      return OptionalDouble.of(slab.halfWidth());
    }
    if (e.dimension() == 1) {
      return Line.of(e).map(Quadratics::halfWidthAboutOrigin).orElse(OptionalDouble.empty());
    }
    if (!(e.domain() instanceof Box box) || box.low().at(k) != -box.high().at(k)) {
      return OptionalDouble.empty();
    }
    for (int l = 0; l < curvature.size(); l++) {
      double free = Math.min(-box.low().at(l), box.high().at(l));
      if (l != k && !isFree(push(e.noise(), e.dimension(), l), curvature.at(l), descent, free)) {
        return OptionalDouble.empty();
      }
    }
    return OptionalDouble.of(box.high().at(k));
  }

  /**
   * Whether a stable coordinate stays within a distance: far beyond where noise spreads it and a
   * push moves it.
   */
  private static boolean isFree(
      Optional<Push> push, double curvature, Descent descent, double distance) {
    if (push.isEmpty()) {
      return false;
    }
    double variance = descent.effectiveStep() * push.get().noise().mean() / (2 * curvature);
    return distance > NEVER_THERE * (Math.sqrt(variance) + push.get().push() / curvature);
  }

  private static Optional<Push> push(Noise noise, int dimension, int k) {
    if (noise instanceof FiniteSample sample) {
      double variance = sample.scales().at(k) * sample.scales().at(k);
      double push = sample.centred() ? 0 : Math.sqrt(variance / sample.samples());
      RandomVariance rest = RandomVariance.ofSample(variance, sample.samples());
      boolean none = push == 0 && rest.size() == 1;
      return none ? Optional.empty() : Optional.of(new Push(push, rest));
    }
    return noise
        .deviations(dimension)
        .filter(deviations -> noise.isNormal() && deviations.at(k) > 0)
        .map(all -> new Push(0, RandomVariance.of(all.at(k) * all.at(k))));
  }

  private boolean isBelowMinimum() {
    return kappa > strength * StrictMath.pow(wall, power - 2);
  }

  LinearGrowth growth() {
    return new LinearGrowth(descent.rate() * kappa, descent.momentum());
  }

  /**
   * The wall that a ball without confinement reaches when this one reaches its own: the flow of
   * Bernoulli's equation w' = kappa w - strength w^(power - 1) keeps (w^(2 - power) -
   * strength/kappa) exp((power - 2) kappa t).
   */
  double equivalentWall() {
    int m = power - 2;
    return StrictMath.pow(StrictMath.pow(wall, -m) - strength / kappa, -1.0 / m);
  }

  /** The same with another momentum. */
  SaddleExit withMomentum(double momentum) {
    Descent other =
        new Descent(descent.timeStep(), descent.rate(), momentum, descent.clock(), descent.form());
    return new SaddleExit(other, kappa, strength, power, wall, push, noise);
  }

  /** The law of the exit as far as the wall is the linear one at this radius. */
  PassageLaw law(double radius) {
    return new PassageLaw(
        growth(), radius, descent.rate() * push, noise.times(descent.rate() * descent.rate()));
  }

  /** Share of exits by which a quantile is named in the tables. */
  static final List<Share> SHARES =
      List.of(
          new Share("q05", 0.05),
          new Share("q25", 0.25),
          new Share("median", 0.5),
          new Share("q75", 0.75),
          new Share("q95", 0.95));

  /** A quantile and its name in the tables. */
  record Share(String quantity, double share) {}
}
