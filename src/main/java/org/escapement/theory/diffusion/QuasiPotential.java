package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Well;
import org.escapement.theory.kick.Cumulants;
import org.escapement.theory.numeric.Panels;

/** How the exit time grows as the step size goes to 0: like exp(exponent / step size). */
public final class QuasiPotential implements Prediction {
  private static final int PANELS = 32;

  /** A potential that confines at this fraction of the barrier's height closes the other end. */
  private static final double COLD = 1.0 / 46;

  @Override
  public String name() {
    return "quasi-potential";
  }

  @Override
  public String summary() {
    return "Exponent of the exit time, exp(exponent / step): noise that is not normal has another";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Freidlin, Wentzell 2012, Random Perturbations of Dynamical Systems, ch. 4 and 5.1;"
        + " Kifer 1990, Israel J. Math. 70, 1: the integral of p(x) along the way up, where ln E"
        + " exp(p noise) = p f'(x); normal noise of variance S(x): Int 2 f' / S, as in Hu, Li, Li,"
        + " Liu 2019 (arXiv 1705.07562)";
  }

  @Override
  public String validity() {
    return "one dimension, gradient noise with exponential moments, constant step size, start in a"
        + " well; step to 0, with fixed momentum times (1 - momentum). No value where bounded noise"
        + " is nowhere as large as the steepest slope: there is no exit at all";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.clock() == Descent.Clock.GRADIENT);
    Optional<Cumulants> noise = Cumulants.of(experiment.noise());
    Optional<Well> well = Line.of(experiment).flatMap(Well::of);
    if (descent.isEmpty() || noise.isEmpty() || well.isEmpty()) {
      return List.of();
    }
    OptionalDouble exponent = exponent(well.get(), noise.get());
    double perStep = descent.get().timeStep() / descent.get().effectiveStep();
    return exponent.isPresent()
        ? List.of(new Predicted("exponent", perStep * exponent.getAsDouble()))
        : List.of();
  }

  /** The lower of both ways out; empty where there is none or one is not understood. */
  private static OptionalDouble exponent(Well well, Cumulants noise) {
    double above = above(well, noise, 1);
    double below = above(well.mirrored(), noise, -1);
    double least = Math.min(above, below);
    return Double.isFinite(least) && !Double.isNaN(above + below)
        ? OptionalDouble.of(least)
        : OptionalDouble.empty();
  }

  /**
   * The exponent of the way out above: infinite where it is closed, NaN where it is not understood.
   *
   * @param sign -1 when the well is seen in a mirror
   */
  private static double above(Well well, Cumulants noise, int sign) {
    if (well.line().high() == Double.POSITIVE_INFINITY) {
      double end = well.line().low();
      double height = end > Double.NEGATIVE_INFINITY ? well.height(end) : 1;
      double reference = Math.max(height, well.curvature() * square(end - well.bottom()) / 8);
      return well.isClosedAbove(COLD * reference) ? Double.POSITIVE_INFINITY : Double.NaN;
    }
    Optional<Well.Barrier> barrier = well.above();
    if (barrier.isEmpty()) {
      return Double.NaN;
    }
    Panels way = Panels.on(well.bottom(), barrier.get().top(), PANELS);
    double sum = 0;
    for (int i = 0; i < way.size(); i++) {
      double x = way.node()[i];
      double slope = well.line().slope().applyAsDouble(x);
      OptionalDouble p = slope > 0 ? noise.balance(sign * x, slope) : OptionalDouble.empty();
      sum += way.weight()[i] * p.orElse(Double.POSITIVE_INFINITY);
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
