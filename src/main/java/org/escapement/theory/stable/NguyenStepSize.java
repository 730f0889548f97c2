package org.escapement.theory.stable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.Ball;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.model.Domain;
import org.escapement.model.Vector;
import org.escapement.noise.Stable;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.kick.KickLaws;

/**
 * The largest step size for which a theorem promises that steps leave a well when the diffusion
 * does.
 */
public final class NguyenStepSize implements Prediction {
  /** How far apart the laws of exit times may be. */
  private static final double DELTA = 0.1;

  /** The exponents tried between their limits. */
  private static final int EXPONENTS = 400;

  /** So many temperatures high the well holds Brownian motion. */
  private static final double BARRIER = 15;

  @Override
  public String name() {
    return "nguyen-step-size";
  }

  @Override
  public String summary() {
    return "Largest step for which the exit times of steps and diffusion are promised to be close";
  }

  @Override
  public Kind kind() {
    return Kind.BOUND;
  }

  @Override
  public String source() {
    return "Nguyen, Simsekli, Gurbuzbalaban, Richard 2019 (arXiv 1906.09069), Theorem 1";
  }

  @Override
  public String validity() {
    return "Euler-Maruyama, normal plus independent stable noise, 1 < alpha < 2, quadratic in a ball"
        + " about its minimum; the theorem's constants are taken as 1 and its Hoelder exponent as the"
        + " most favourable one; laws at most 0.1 apart over one mean exit time. Sufficient, not"
        + " necessary: what is measured is the step that was used";
  }

  /**
   * The theorem's largest step, with its constants taken as 1.
   *
   * @param gamma the gradient's Hoelder exponent, in (1/2, min(1/sqrt 2, alpha/2))
   * @param amplitude epsilon: of the noise
   * @param time until when the laws shall be close
   * @param delta how close
   */
  public static double largest(
      double gamma, double alpha, int dimension, double amplitude, double time, double delta) {
    double u = 2 * (time / delta) * (time / delta);
    double k1 = dimension * StrictMath.pow(amplitude, 2 * gamma * gamma - 2);
    double k2 = 1 / (amplitude * amplitude);
    double k3 = StrictMath.pow(dimension, 2 * gamma) * StrictMath.pow(amplitude, 2 * gamma - 2);
    double first = StrictMath.pow(u * k1, -1 / (gamma * gamma + 2 * gamma - 1));
    double second = StrictMath.pow(u * k2, -1 / (2 * gamma));
    double third = StrictMath.pow(u * k3, -alpha / (2 * gamma));
    double fourth = StrictMath.pow(u * k3, -1 / gamma);
    return Math.min(1, Math.min(Math.min(first, second), Math.min(third, fourth)));
  }

  /** The largest step over all exponents that are allowed. */
  static double largest(double alpha, int dimension, double amplitude, double time) {
    double low = 0.5;
    double high = Math.min(Math.sqrt(0.5), alpha / 2);
    double largest = 0;
    for (int j = 1; j < EXPONENTS; j++) {
      double gamma = low + (high - low) * j / EXPONENTS;
      largest = Math.max(largest, largest(gamma, alpha, dimension, amplitude, time, DELTA));
    }
    return largest;
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Vector> curvatures = Quadratics.curvatures(experiment.objective());
    OptionalDouble radius = radius(experiment);
    if (curvatures.isEmpty()
        || !(Quadratics.least(curvatures.get()) > 0)
        || radius.isEmpty()
        || !(experiment.dynamics() instanceof EulerMaruyama)) {
      return List.of();
    }
    Optional<KickLaws.StableSum> jumps = KickLaws.stablePart(experiment.noise(), part -> 1);
    double variance = KickLaws.normalVariance(experiment.noise(), part -> 1);
    boolean covered =
        variance > 0
            && jumps.isPresent()
            && jumps.get().alpha() > 1
            && (jumps.get().kind() == Stable.class || experiment.dimension() == 1);
    return covered
        ? of(
            jumps.get(),
            variance,
            Quadratics.least(curvatures.get()),
            radius.getAsDouble(),
            experiment.dimension())
        : List.of();
  }

  private static OptionalDouble radius(Experiment experiment) {
    Domain domain = experiment.domain();
    return domain instanceof Ball
        ? Quadratics.radiusAboutOrigin(domain)
        : Line.of(experiment).map(Quadratics::halfWidthAboutOrigin).orElse(OptionalDouble.empty());
  }

  /** Until the mean exit: by a jump, or by diffusion unless the well is too deep for it. */
  private static List<Predicted> of(
      KickLaws.StableSum jumps, double variance, double curvature, double r, int dimension) {
    double byJump = StableExit.fromWell(jumps.alpha(), jumps.scale(), r, jumps.jumps(dimension));
    boolean deep = curvature * r * r >= (BARRIER + dimension - 1) * variance;
    double time = deep ? byJump : Math.min(byJump, r * r / (dimension * variance));
    double step = largest(jumps.alpha(), dimension, jumps.scale(), time);
    return step > 0 ? List.of(new Predicted("step_size", step)) : List.of();
  }
}
