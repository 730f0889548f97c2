package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.Ball;
import org.escapement.model.AfterSteps;
import org.escapement.model.Vector;
import org.escapement.monitoring.BoundaryShift;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.kick.KickLaws;
import org.escapement.theory.stable.StableExit;

/** Brownian or stable motion leaves an interval or a ball before it feels any slope. */
public final class DriftlessExit implements Prediction {
  /** The most relaxation times that the mean exit may take. */
  private static final double DRIFT = 0.01;

  /** The most jumps across the ball that may be expected before Brownian motion leaves it. */
  private static final double JUMPS = 0.005;

  @Override
  public String name() {
    return "driftless";
  }

  @Override
  public String summary() {
    return "Exit of Brownian or stable motion from a ball, widened by the shift of discrete looks";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Getoor 1961, Trans. AMS 101, 75; independent stable components: Ryznar 2025, arXiv"
        + " 2503.12272; shift 0.5826 of Chernoff 1965 (see Gobet, Menozzi 2010, Stochastic Process."
        + " Appl. 120, 130), for stable increments by Spitzer's identity";
  }

  @Override
  public String validity() {
    return "quadratic objective, flat or left within 1/100 of its relaxation time, no momentum,"
        + " normal or stable noise with alpha > 1 (without shift for alpha <= 1 and for independent"
        + " stable components in more dimensions), or normal noise with stable noise so weak that"
        + " less than 1/200 of a jump across is expected and kicks within the radius; ball or"
        + " interval; exact as the kick becomes small against the radius. No shift where the monitoring corrects for it";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Vector> curvatures = Quadratics.curvatures(experiment.objective());
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<Region> region = Region.of(experiment);
    if (curvatures.isEmpty() || descent.isEmpty() || region.isEmpty()) {
      return List.of();
    }
    OptionalDouble steps = steps(region.get(), descent.get(), experiment);
    double slope =
        Math.max(
            Math.abs(Quadratics.least(curvatures.get())),
            Math.abs(Quadratics.largest(curvatures.get())));
    return steps.isPresent() && slope * descent.get().rate() * steps.getAsDouble() <= DRIFT
        ? Answer.mean(steps.getAsDouble(), descent.get().timeStep(), experiment.monitoring().lag())
        : List.of();
  }

  private static OptionalDouble steps(Region region, Descent descent, Experiment experiment) {
    double variance = KickLaws.normalVariance(experiment.noise(), descent::factor);
    Optional<KickLaws.StableSum> kick = KickLaws.stablePart(experiment.noise(), descent::factor);
    if (variance == 0) {
      return kick.isPresent() ? region.stable(kick.get()) : OptionalDouble.empty();
    }
    double deviation = Math.sqrt(variance);
    double steps = region.brownian(deviation);
    boolean normal = KickLaws.normalDeviation(experiment.noise()).isPresent();
    boolean almost =
        kick.isPresent()
            && region.jumps(kick.get()) * steps <= JUMPS
            && deviation * Math.sqrt(region.dimension()) <= region.radius();
    return normal || almost ? OptionalDouble.of(steps) : OptionalDouble.empty();
  }

  /**
   * A ball.
   *
   * @param start distance of the start from its centre
   * @param atSteps whether the overshoot of steps widens it
   * @param lag the share of its last step by which an exit is dated back
   */
  private record Region(int dimension, double radius, double start, boolean atSteps, double lag) {

    static Optional<Region> of(Experiment experiment) {
      boolean atSteps = experiment.monitoring() instanceof AfterSteps;
      double lag = experiment.monitoring().lag();
      Optional<Line> line = Line.of(experiment).filter(Line::isBounded);
      if (line.isPresent()) {
        Line l = line.get();
        double centre = 0.5 * (l.low() + l.high());
        return Optional.of(
            new Region(1, l.high() - centre, Math.abs(l.start() - centre), atSteps, lag));
      }
      return experiment.domain() instanceof Ball ball
          ? Optional.of(
              new Region(
                  experiment.dimension(),
                  ball.radius(),
                  distance(ball, experiment.position()),
                  atSteps,
                  lag))
          : Optional.empty();
    }

    private static double distance(Ball ball, Vector start) {
      double[] from = start.toArray();
      for (int k = 0; k < from.length; k++) {
        from[k] -= ball.center().at(k);
      }
      return Quadratics.length(Vector.of(from));
    }

    /**
     * In steps. The quarter of a step is the second order of the overshoot: on the line its second
     * moment, in more dimensions also its mean, which grows by a quarter of the outward drift
     * (dimension - 1) deviation^2 / (2 radius) (Chang and Peres 1997, Annals of Probability 25,
     * 787).
     */
    double brownian(double deviation) {
      double r = atSteps ? radius + BoundaryShift.GAUSSIAN * deviation : radius;
      double square = (r - start) / deviation * ((r + start) / deviation) / dimension;
      return lag == 0 ? square + 0.25 : square;
    }

    OptionalDouble stable(KickLaws.StableSum kick) {
      boolean axes = !kick.isIsotropic() && dimension > 1;
      double alpha = kick.alpha();
      boolean plain = axes || alpha <= 1 || !atSteps;
      double r = plain ? radius : radius + BoundaryShift.stable(alpha) * kick.scale();
      return OptionalDouble.of(
          axes
              ? StableExit.independent(alpha, kick.scale(), dimension, r, start)
              : StableExit.isotropic(alpha, kick.scale(), dimension, r, start));
    }

    /** How many jumps across the ball come in a step. */
    double jumps(KickLaws.StableSum kick) {
      return 1 / StableExit.fromWell(kick.alpha(), kick.scale(), radius, kick.jumps(dimension));
    }
  }
}
