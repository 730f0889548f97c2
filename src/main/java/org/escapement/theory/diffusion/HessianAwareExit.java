package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.model.Vector;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Quadratics;
import org.escapement.theory.kick.KickLaws;

/** How the Hessian-aware equation of SGD leaves a parabola, watched all the time. */
public final class HessianAwareExit implements Prediction {

  @Override
  public String name() {
    return "hessian-aware-exit";
  }

  @Override
  public String summary() {
    return "Exit of the Ornstein-Uhlenbeck process with SGD's own law at steps, watched between them"
        + " too";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Li, Shen, Zhang, He 2024 (arXiv 2405.18373); Borodin, Salminen 2002, Handbook of Brownian"
        + " Motion, II.7";
  }

  @Override
  public String validity() {
    return "quadratic in one dimension, SGD, normal noise, interval about the minimum, start at the"
        + " minimum, step times curvature below 1; SGD is watched at its steps only and leaves"
        + " later, by a factor that does not vanish where the boundary is no critical point";
  }

  /**
   * Mean exit step of that process from (-L, L), start 0.
   *
   * @param stiffness step size times curvature, in (0, 1)
   * @param deviation of the kick
   */
  public static double meanSteps(double stiffness, double deviation, double halfWidth) {
    double rate = -StrictMath.log1p(-stiffness);
    double sigma = deviation * Math.sqrt(2 * rate / (stiffness * (2 - stiffness)));
    return OrnsteinUhlenbeckExit.meanTime(rate, halfWidth, sigma);
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment).filter(l -> l.start() == 0);
    Optional<Vector> curvature = Quadratics.curvatures(experiment.objective());
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.hasNoMemory() && d.clock() == Descent.Clock.GRADIENT);
    if (line.isEmpty() || curvature.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble width = Quadratics.halfWidthAboutOrigin(line.get());
    double stiffness = descent.get().rate() * curvature.get().at(0);
    boolean isNormal = KickLaws.normalDeviation(experiment.noise()).isPresent();
    if (width.isEmpty() || !isNormal || !(stiffness > 0 && stiffness < 1)) {
      return List.of();
    }
    double kick = Math.sqrt(KickLaws.normalVariance(experiment.noise(), descent.get()::factor));
    return Answer.mean(
        meanSteps(stiffness, kick, width.getAsDouble()),
        descent.get().timeStep(),
        experiment.monitoring().lag());
  }
}
