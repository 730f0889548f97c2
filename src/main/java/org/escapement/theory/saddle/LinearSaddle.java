package org.escapement.theory.saddle;

import java.util.ArrayList;
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
import org.hipparchus.special.Gamma;

/** How long noise needs to leave the top of an inverted parabola, with momentum or without. */
public final class LinearSaddle implements Prediction {
  private static final double WIDE = 10;

  @Override
  public String name() {
    return "linear-saddle";
  }

  @Override
  public String summary() {
    return "Mean exit of heavy ball from the top of an inverted parabola: a logarithm of the noise";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Day 1995, Stochastics 50, 265, for the diffusion; here the limit variable of the linear"
        + " recursion itself";
  }

  @Override
  public String validity() {
    return "one dimension, negative curvature, normal noise, start at the top, interval about it at"
        + " least 10 standard deviations of the limit variable wide on each side";
  }

  /**
   * Mean exit time of dX = rate X dt + sigma dW in d equal directions from the ball of radius L,
   * start 0: (ln(rate L^2 / sigma^2) - psi(d/2)) / (2 rate), asymptotic for small sigma.
   */
  public static double meanTime(double rate, double radius, double sigma, int dimension) {
    double ratio = radius / sigma;
    return (StrictMath.log(rate * ratio * ratio) - Gamma.digamma(dimension / 2.0)) / (2 * rate);
  }

  /**
   * Mean exit step of x' = x + momentum (x - x before) + growth x + kick, normal kicks, from (-L,
   * L), start 0: 1/2 + (ln(L / sqrt(V)) + (0.5772 + ln 2) / 2) / ln r, r the larger root of r^2 -
   * (1 + momentum + growth) r + momentum, V the variance of the limit of r^-n x_n.
   *
   * @param growth step size times |curvature|, positive
   */
  public static double meanSteps(double growth, double momentum, double halfWidth, double kick) {
    double b = 1 + momentum + growth;
    double root = Math.sqrt(b * b - 4 * momentum);
    double r = (b + root) / 2;
    return 0.5
        + (StrictMath.log(halfWidth / limitDeviation(growth, momentum, kick))
                + (Gamma.GAMMA + StrictMath.log(2)) / 2)
            / StrictMath.log(r);
  }

  /** sqrt(V) = kick / ((r+ - r-) sqrt(1 - r+^-2)). */
  private static double limitDeviation(double growth, double momentum, double kick) {
    double b = 1 + momentum + growth;
    double root = Math.sqrt(b * b - 4 * momentum);
    double r = (b + root) / 2;
    return kick / (root * Math.sqrt(1 - 1 / (r * r)));
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment);
    Optional<Vector> curvature = Quadratics.curvatures(experiment.objective());
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.form() == Descent.Form.HEAVY_BALL);
    if (line.isEmpty() || curvature.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    OptionalDouble width = Quadratics.halfWidthAboutOrigin(line.get());
    boolean normal = KickLaws.normalDeviation(experiment.noise()).isPresent();
    double growth = -descent.get().rate() * curvature.get().at(0);
    if (width.isEmpty() || !normal || !(growth > 0) || line.get().start() != 0) {
      return List.of();
    }
    double kick = Math.sqrt(KickLaws.normalVariance(experiment.noise(), descent.get()::factor));
    double momentum = descent.get().momentum();
    return momentum >= 0 && width.getAsDouble() >= WIDE * limitDeviation(growth, momentum, kick)
        ? predicted(meanSteps(growth, momentum, width.getAsDouble(), kick), growth, descent.get())
        : List.of();
  }

  /**
   * The mean, and for noise on the gradient what mean_step tends to as the step size h goes to 0,
   * divided by ln(1/h) / h: (1 - momentum) / (2 |f''|).
   */
  private static List<Predicted> predicted(double steps, double growth, Descent descent) {
    List<Predicted> all = new ArrayList<>(Answer.mean(steps, descent.timeStep()));
    if (descent.clock() == Descent.Clock.GRADIENT) {
      double logarithm = descent.timeStep() * (1 - descent.momentum()) / (2 * growth);
      all.add(new Predicted("logarithm", logarithm));
    }
    return List.copyOf(all);
  }
}
