package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.AfterSteps;
import org.escapement.monitoring.BoundaryShift;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Well;
import org.escapement.theory.kick.KickLaws;
import org.hipparchus.special.Erf;

/**
 * What becomes of the diffusion's exit time where the domain ends on a slope up: the iteration only
 * leaves when it is found outside at a step, and is driven back between.
 *
 * <p>For small steps it takes exp(-f'^2 / (2 s^2)) / nu(2 |f'| / s) times as long as the diffusion,
 * f' at the end and s the standard deviation of the gradient noise, however small the step: the
 * diffusion has the right exponent and the wrong prefactor.
 */
public final class SteppedDiffusion implements Prediction {
  private static final double SMALL = 0.02;
  private static final double REACH = 17;

  @Override
  public String name() {
    return "stepped-diffusion";
  }

  @Override
  public String summary() {
    return "Exit of the diffusion times the factor by which steps miss an end on a slope up";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "renewal theory of the walk near the end: nu of Siegmund 1985, Sequential Analysis, ch. 8,"
        + " on the exact integrals of overdamped-diffusion";
  }

  @Override
  public String validity() {
    return "one dimension, normal noise, no momentum, interval whose ends are tops of barriers,"
        + " behind one, or on a slope up, one of them there; small steps: the error is of the order of"
        + " the step";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line =
        Line.of(experiment)
            .filter(l -> l.isBounded() && experiment.monitoring() instanceof AfterSteps);
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    if (line.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble temperature = descent.get().temperature(experiment.noise());
    Optional<Well> well =
        Well.of(line.get())
            .filter(w -> descent.get().isOverdamped(line.get().largestCurvatureOnTheWayOut()));
    if (temperature.isEmpty() || well.isEmpty()) {
      return List.of();
    }
    double variance = KickLaws.normalVariance(experiment.noise(), descent.get()::factor);
    double noise = Math.sqrt(variance) / descent.get().rate();
    OptionalDouble above = factor(well.get(), noise);
    OptionalDouble below = factor(well.get().mirrored(), noise);
    boolean applies =
        above.isPresent()
            && below.isPresent()
            && (above.getAsDouble() != 1 || below.getAsDouble() != 1);
    return applies
        ? of(line.get(), descent.get(), temperature.getAsDouble(), below, above)
        : List.of();
  }

  private static List<Predicted> of(
      Line line, Descent descent, double temperature, OptionalDouble below, OptionalDouble above) {
    DiffusionExit exit = new DiffusionExit(line.value(), temperature);
    OptionalDouble time = exit.meanTime(line.low(), line.high(), line.start());
    OptionalDouble share = exit.shareBelow(line.low(), line.high(), line.start());
    if (time.isEmpty() || share.isEmpty()) {
      return List.of();
    }
    double rateBelow = share.getAsDouble() / time.getAsDouble() / below.orElseThrow();
    double rateAbove = (1 - share.getAsDouble()) / time.getAsDouble() / above.orElseThrow();
    double rate = rateBelow + rateAbove;
    double steps = 1 / (rate * descent.effectiveStep());
    return Answer.mean(steps, descent.timeStep(), line, rateBelow / rate);
  }

  /** The factor at the upper end; 1 where there is no slope. */
  private static OptionalDouble factor(Well well, double noise) {
    Optional<Well.Barrier> barrier = well.above();
    if (barrier.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (barrier.get().way() != Well.Way.UPHILL) {
      return OptionalDouble.of(1);
    }
    double u = well.line().slope().applyAsDouble(well.line().high()) / noise;
    return OptionalDouble.of(factor(u));
  }

  /**
   * exp(-u^2 / 2) / nu(2 u).
   *
   * @param u slope at the end in standard deviations of the gradient noise, positive
   */
  static double factor(double u) {
    return StrictMath.exp(-u * u / 2) / nu(2 * u);
  }

  /**
   * Siegmund's nu(x) = 2 x^-2 exp(-2 Sum_n Phi(-x sqrt(n) / 2) / n), which is exp(-0.5826 x) up to
   * x^2 for small x.
   */
  static double nu(double x) {
    if (x < SMALL) {
      return StrictMath.exp(-BoundaryShift.GAUSSIAN * x);
    }
    double last = 4 * (REACH / x) * (REACH / x);
    double sum = 0;
    for (long n = (long) Math.ceil(last); n > 0; n--) {
      sum += 0.5 * Erf.erfc(x * Math.sqrt(n / 8.0)) / n;
    }
    return 2 / (x * x) * StrictMath.exp(-2 * sum);
  }
}
