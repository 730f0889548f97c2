package org.escapement.theory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.domain.Ball;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;

/** Brownian or stable motion on a flat objective leaves an interval or a ball, watched at steps. */
public final class DriftlessExit implements Prediction {

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
    return "objective with curvature 0, no momentum, normal or stable noise with alpha > 1 (without"
        + " shift for alpha <= 1 and for independent stable components in more dimensions), ball or"
        + " interval; exact as the kick becomes small against the radius";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    boolean flat =
        Quadratics.curvatures(experiment.objective())
            .map(c -> Quadratics.least(c) == 0 && Quadratics.largest(c) == 0)
            .orElse(false);
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    Optional<Region> region = Region.of(experiment);
    if (!flat || descent.isEmpty() || region.isEmpty()) {
      return List.of();
    }
    double variance = KickLaws.normalVariance(experiment.noise(), descent.get()::factor);
    OptionalDouble steps =
        variance > 0 && KickLaws.normalDeviation(experiment.noise()).isPresent()
            ? OptionalDouble.of(region.get().brownian(Math.sqrt(variance)))
            : OptionalDouble.empty();
    if (variance == 0) {
      Optional<KickLaws.StableSum> kick =
          KickLaws.stablePart(experiment.noise(), descent.get()::factor);
      steps = kick.isPresent() ? region.get().stable(kick.get()) : steps;
    }
    return steps.isPresent()
        ? Answer.mean(steps.getAsDouble(), descent.get().timeStep())
        : List.of();
  }

  /**
   * A ball.
   *
   * @param start distance of the start from its centre
   */
  private record Region(int dimension, double radius, double start) {

    static Optional<Region> of(Experiment experiment) {
      Optional<Line> line = Line.of(experiment).filter(Line::isBounded);
      if (line.isPresent()) {
        Line l = line.get();
        double centre = 0.5 * (l.low() + l.high());
        return Optional.of(new Region(1, l.high() - centre, Math.abs(l.start() - centre)));
      }
      return experiment.domain() instanceof Ball ball
          ? Optional.of(of(ball, experiment.start()))
          : Optional.empty();
    }

    private static Region of(Ball ball, Vector start) {
      double[] from = start.toArray();
      for (int k = 0; k < from.length; k++) {
        from[k] -= ball.center().at(k);
      }
      return new Region(from.length, ball.radius(), Quadratics.length(Vector.of(from)));
    }

    /** In steps; on the line with the second moment of the overshoot. */
    double brownian(double deviation) {
      double r = radius + BoundaryShift.GAUSSIAN * deviation;
      double square = (r - start) / deviation * ((r + start) / deviation) / dimension;
      return dimension == 1 ? square + 0.25 : square;
    }

    OptionalDouble stable(KickLaws.StableSum kick) {
      boolean axes = !kick.isIsotropic() && dimension > 1;
      double alpha = kick.alpha();
      double r = axes || alpha <= 1 ? radius : radius + BoundaryShift.stable(alpha) * kick.scale();
      return OptionalDouble.of(
          axes
              ? StableExit.independent(alpha, kick.scale(), dimension, r, start)
              : StableExit.isotropic(alpha, kick.scale(), dimension, r, start));
    }
  }
}
