package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

/**
 * The linear chain is an Ornstein-Uhlenbeck process watched at steps, and that leaves like this.
 */
public final class MatchedOrnsteinUhlenbeck implements Prediction {
  private static final double LARGEST_SLOPE = 0.5;

  @Override
  public String name() {
    return "ornstein-uhlenbeck";
  }

  @Override
  public String summary() {
    return "Exit of the Ornstein-Uhlenbeck process with the chain's own law at steps, boundary"
        + " shifted";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Borodin, Salminen 2002, Handbook of Brownian Motion, II.7; the process of Li, Shen,"
        + " Zhang, He 2024 (arXiv 2405.18373); shift 0.5826 of Chernoff 1965";
  }

  @Override
  public String validity() {
    return "quadratic in one dimension, normal noise, no momentum, interval about the minimum, start"
        + " at the minimum; small steps, and a drift at the boundary of at most half a kick per step";
  }

  /**
   * Mean exit step of x' = (1 - stiffness) x + kick from (-L, L), start 0.
   *
   * @param stiffness step size times curvature, in (0, 1)
   * @param deviation of the kick
   */
  public static double meanSteps(double stiffness, double deviation, double halfWidth) {
    double rate = -StrictMath.log1p(-stiffness);
    double sigma = deviation * Math.sqrt(2 * rate / (stiffness * (2 - stiffness)));
    return OrnsteinUhlenbeckExit.meanTime(
        rate, halfWidth + BoundaryShift.GAUSSIAN * deviation, sigma);
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment).filter(l -> l.start() == 0);
    Optional<Vector> curvature = Quadratics.curvatures(experiment.objective());
    Optional<Descent> descent = Descent.of(experiment).filter(Descent::hasNoMemory);
    if (line.isEmpty() || curvature.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble width = Quadratics.halfWidthAboutOrigin(line.get());
    if (width.isEmpty() || KickLaws.normalDeviation(experiment.noise()).isEmpty()) {
      return List.of();
    }
    double stiffness = descent.get().rate() * curvature.get().at(0);
    double kick = Math.sqrt(KickLaws.normalVariance(experiment.noise(), descent.get()::factor));
    boolean applies =
        stiffness > 0 && stiffness < 1 && stiffness * width.getAsDouble() <= LARGEST_SLOPE * kick;
    return applies
        ? Answer.mean(meanSteps(stiffness, kick, width.getAsDouble()), descent.get().timeStep())
        : List.of();
  }
}
