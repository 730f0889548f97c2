package org.escapement.theory.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.escapement.model.AfterSteps;
import org.escapement.monitoring.Shifted;
import org.escapement.simulate.Experiment;
import org.escapement.theory.chain.NystromExit.Stretch;
import org.escapement.theory.experiment.Confinement;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.kick.KickLaws;
import org.escapement.theory.numeric.Panels;

/**
 * An experiment on the line whose next position depends on the last one only: x <- map(x) + kick,
 * watched at steps.
 *
 * @param line the interval that a step must lead out of
 */
record LineWalk(Line line, Descent descent, DoubleUnaryOperator map) {
  /** How many typical kicks beyond the wall a walk on a half-line is followed. */
  private static final double[] MARGINS = {3, 12};

  private static final int POTENTIAL_PANELS = 4;

  /** Empty for other experiments. */
  static Optional<LineWalk> of(Experiment experiment) {
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<Line> line = Line.of(experiment).flatMap(whole -> watched(whole, experiment));
    return descent.isPresent() && line.isPresent()
        ? Optional.of(of(line.get(), descent.get()))
        : Optional.empty();
  }

  private static LineWalk of(Line line, Descent descent) {
    double rate = descent.rate();
    return new LineWalk(line, descent, x -> x - rate * line.slope().applyAsDouble(x));
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

  /** The walk with the law of its kick; empty where that has no density that is known here. */
  Optional<Walk> walk(Experiment experiment) {
    return KickLaws.at(experiment.noise(), descent::factor)
        .map(kick -> new Walk(map, kick, line.low(), line.high()));
  }

  /** The parts of the line that hold the walk, to be tried one after the other. */
  List<Stretch> stretches(Walk walk) {
    if (line.isBounded()) {
      return List.of(new Stretch(line.low(), line.high()));
    }
    DoubleFunction<KickLaw> kick = walk.kick();
    if (!line.isHalfLine() || kick.apply(line.start()).reach() == Double.POSITIVE_INFINITY) {
      return List.of();
    }
    return DoubleStream.of(MARGINS)
        .mapToObj(margin -> stretch(line, kick, descent.rate(), margin))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The first result of a solver on a stretch; empty when there is none. */
  <T> Optional<T> solved(Walk walk, BiFunction<Walk, Stretch, Optional<T>> solver) {
    return stretches(walk).stream()
        .map(stretch -> solver.apply(walk, stretch))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Stretch> stretch(
      Line line, DoubleFunction<KickLaw> kick, double rate, double margin) {
    if (line.low() == Double.NEGATIVE_INFINITY) {
      return stretch(line.mirrored(), x -> kick.apply(-x), rate, margin)
          .map(part -> new Stretch(-part.high(), -part.low()));
    }
    double width = kick.apply(line.start()).width();
    OptionalDouble wall =
        Confinement.wallAbove(
            potential(line, kick, width), line.low(), line.start(), width * width / (2 * rate));
    if (wall.isEmpty()) {
      return Optional.empty();
    }
    double more = margin * kick.apply(wall.getAsDouble()).width();
    return Optional.of(new Stretch(line.low(), wall.getAsDouble() + more));
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
  static double jumpsFar(Walk walk, Experiment e) {
    if (e.divergedBeyond() == Double.POSITIVE_INFINITY) {
      return 0;
    }
    double farthest = Math.abs(walk.map().applyAsDouble(e.position().at(0)));
    double outermost = Math.abs(e.position().at(0));
    for (double end : new double[] {walk.low(), walk.high()}) {
      if (Double.isFinite(end)) {
        farthest = Math.max(farthest, Math.abs(walk.map().applyAsDouble(end)));
        outermost = Math.max(outermost, Math.abs(end));
      }
    }
    return 2 * walk.kick().apply(2 * outermost).upperTail(e.divergedBeyond() - 2 * farthest);
  }
}
