package org.escapement.theory.stable;

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

/** One big jump takes the heavy ball out of a quadratic well, after it has swung out. */
public final class StableMomentum implements Prediction {
  private static final int LONGEST = 100_000;
  private static final double SLOW = 20;

  @Override
  public String name() {
    return "stable-momentum";
  }

  @Override
  public String summary() {
    return "Exit of heavy ball from a quadratic well by one big jump, times its largest response";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "one big jump as in Imkeller, Pavlyukevich 2006, Stochastic Process. Appl. 116, 611, with"
        + " the impulse response of the recursion";
  }

  @Override
  public String validity() {
    return "small stable noise without normal part, 0 < alpha < 2, heavy ball with constant"
        + " parameters on a quadratic with equal curvatures, interval or ball about the minimum;"
        + " mean exit at least 20 times the duration of the response";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Vector> curvature = Quadratics.curvatures(experiment.objective());
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> !d.hasNoMemory() && d.form() == Descent.Form.HEAVY_BALL);
    boolean round = curvature.map(c -> Quadratics.least(c) == Quadratics.largest(c)).orElse(false);
    if (!round || descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble radius = radius(experiment);
    Optional<KickLaws.StableSum> kick =
        KickLaws.stablePart(experiment.noise(), descent.get()::factor);
    boolean normal = KickLaws.normalVariance(experiment.noise(), descent.get()::factor) > 0;
    return radius.isPresent() && kick.isPresent() && !normal
        ? of(
            descent.get(),
            curvature.get().at(0),
            kick.get(),
            radius.getAsDouble(),
            experiment.dimension())
        : List.of();
  }

  private static OptionalDouble radius(Experiment experiment) {
    return Line.of(experiment)
        .map(Quadratics::halfWidthAboutOrigin)
        .orElseGet(() -> Quadratics.radiusAboutOrigin(experiment.domain()));
  }

  private static List<Predicted> of(
      Descent descent, double curvature, KickLaws.StableSum kick, double radius, int dimension) {
    Optional<Response> response = Response.of(descent.momentum(), descent.rate() * curvature);
    if (response.isEmpty()) {
      return List.of();
    }
    double effective = kick.scale() * response.get().largest();
    double steps = StableExit.fromWell(kick.alpha(), effective, radius, kick.jumps(dimension));
    return steps >= SLOW * response.get().duration()
        ? Answer.mean(steps, descent.timeStep())
        : List.of();
  }

  /**
   * The positions after a kick of size 1.
   *
   * @param largest of their absolute values
   * @param duration steps until they stay below 1/20 of it
   */
  record Response(double largest, int duration) {

    /** Of x' = (1 + momentum - stiffness) x - momentum x before; empty when it does not decay. */
    static Optional<Response> of(double momentum, double stiffness) {
      double before = 0;
      double now = 1;
      double largest = 1;
      int last = 0;
      for (int k = 1; k < LONGEST; k++) {
        double next = (1 + momentum - stiffness) * now - momentum * before;
        before = now;
        now = next;
        largest = Math.max(largest, Math.abs(now));
        last = Math.abs(now) > 0.05 * largest ? k : last;
      }
      return Math.abs(now) + Math.abs(before) < 1e-6
          ? Optional.of(new Response(largest, last + 1))
          : Optional.empty();
    }
  }
}
