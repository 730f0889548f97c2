package org.escapement.theory.master;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.SampledObjective;
import org.escapement.simulate.Experiment;
import org.escapement.theory.diffusion.DiffusionExit;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.KickMoments;
import org.escapement.theory.numeric.Panels;

/**
 * The operator L of the change of a density by one step of a walk on the line when moments beyond
 * the second are dropped: L P = d(drift P)/dx + d^2(spread P)/dx^2.
 *
 * @param drift mean of x - x', length
 * @param spread half the second moment of a step, positive, length^2
 */
record FokkerPlanck(DoubleUnaryOperator drift, DoubleUnaryOperator spread) {
  private static final int PANELS = 8;

  /** Which second moment it keeps. */
  enum Second {
    /** E (x' - x)^2, as the expansion of the master equation has it. */
    UNCENTRED,
    /** The variance of the kick alone, as Langevin's equation has it. */
    CENTRED
  }

  /** Empty in more dimensions, with memory, and where the kick has no known variance. */
  static Optional<FokkerPlanck> of(Experiment experiment, Second second) {
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    if (experiment.dimension() != 1
        || descent.isEmpty()
        || experiment.objective() instanceof SampledObjective) {
      return Optional.empty();
    }
    return KickMoments.of(experiment.noise(), 1)
        .map(kicks -> kicks.get(0))
        .filter(kick -> kick.varianceAt(0) > 0)
        .map(kick -> of(experiment, descent.get(), kick, second));
  }

  private static FokkerPlanck of(
      Experiment experiment, Descent descent, KickMoments kick, Second second) {
    double factor = descent.factor(experiment.noise());
    DoubleUnaryOperator slope = Line.slope(experiment.objective());
    DoubleUnaryOperator drift = x -> descent.rate() * slope.applyAsDouble(x);
    DoubleUnaryOperator variance = x -> factor * factor * kick.varianceAt(x);
    return new FokkerPlanck(
        drift,
        second == Second.CENTRED
            ? x -> variance.applyAsDouble(x) / 2
            : x -> (variance.applyAsDouble(x) + square(drift.applyAsDouble(x))) / 2);
  }

  private static double square(double x) {
    return x * x;
  }

  /** The integral of drift/spread: the stationary density is exp(-force)/spread. */
  double force(double from, double to) {
    return Panels.integral(x -> drift.applyAsDouble(x) / spread.applyAsDouble(x), from, to);
  }

  /**
   * The process whose density obeys it in continuous time, that of a step being 1; its mean exit
   * time is also the mean number of steps that densities P' = P + L P take to leave.
   */
  DiffusionExit exit(double start) {
    double temperature = spread.applyAsDouble(start);
    DoubleUnaryOperator slowness = x -> temperature / spread.applyAsDouble(x);
    DoubleUnaryOperator potential =
        x -> {
          double sum = 0;
          for (int p = 0; p < PANELS; p++) {
            double from = start + (x - start) * p / PANELS;
            sum += force(from, start + (x - start) * (p + 1) / PANELS);
          }
          return temperature * sum;
        };
    return new DiffusionExit(potential, temperature, slowness);
  }

  /** Mean steps until the process is out of an interval. */
  OptionalDouble meanSteps(Line line) {
    return exit(line.start()).meanTime(line.low(), line.high(), line.start());
  }
}
