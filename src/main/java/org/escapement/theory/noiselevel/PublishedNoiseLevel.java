package org.escapement.theory.noiselevel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.measure.Measure;
import org.escapement.measure.NoiseLevel.Part;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;

/**
 * Published bounds of E |omega|^2 by C^2/b, the mean square of the noise on the gradient, and K^2,
 * the largest mean square of the gradient over the steps of the run.
 *
 * <p>K comes from the exact second moments, which is what the argument for the bounds needs: E
 * |g|^2 is at most C^2/b + K^2 at every step that the direction remembers.
 */
public final class PublishedNoiseLevel implements Prediction {
  /** Steps times modes: half a second or so. */
  private static final double MOST_WORK = 2e6;

  private final Version version;

  private PublishedNoiseLevel(Version version) {
    this.version = version;
  }

  /** The bounds of the first versions, with K. */
  public static PublishedNoiseLevel of2024() {
    return new PublishedNoiseLevel(Version.OF_2024);
  }

  /** That of the later versions for normalised heavy ball, without K. */
  public static PublishedNoiseLevel of2025() {
    return new PublishedNoiseLevel(Version.OF_2025);
  }

  private enum Version {
    OF_2024(
        "noise-level-bound-2024",
        "Published bound of the mean square of search direction minus gradient, first versions",
        "N. Sato, H. Iiduka, arXiv 2402.02325 v1-v3 (2024) and its code: C^2/b for SGD, (1 + B) C^2/b"
            + " + B K^2 with B = beta (beta^2 - beta + 1)/(1 - beta)^2 for heavy ball, C^2/b + 4"
            + " beta^2 (C^2/b + K^2) for normalised heavy ball",
        "constant momentum, for heavy ball constant step size too, noise of finite variance that is"
            + " the same everywhere; with momentum quadratics only, where K^2 is the largest exact E |grad f|^2 of the run, and not too"
            + " many steps"),
    OF_2025(
        "noise-level-bound-2025",
        "Published bound of the mean square of search direction minus gradient, later versions",
        "N. Sato, H. Iiduka, arXiv 2402.02325 v4 and AAAI 2025 (arXiv 2412.11501), the constant"
            + " inferred from its code: C^2/b for SGD, C^2/((1 - beta) b) for normalised heavy ball",
        "constant momentum, noise of finite variance that is the same everywhere; no bound at early"
            + " steps, where the direction lacks the gradient");

    private final String word;
    private final String summary;
    private final String source;
    private final String validity;

    Version(String word, String summary, String source, String validity) {
      this.word = word;
      this.summary = summary;
      this.source = source;
      this.validity = validity;
    }
  }

  @Override
  public String name() {
    return version.word;
  }

  @Override
  public String summary() {
    return version.summary;
  }

  @Override
  public Kind kind() {
    return Kind.BOUND;
  }

  @Override
  public boolean needsStart() {
    return false;
  }

  @Override
  public String source() {
    return version.source;
  }

  @Override
  public String validity() {
    return version.validity;
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    return List.of();
  }

  @Override
  public List<Predicted> of(Experiment experiment, List<Measure<?>> measures) {
    List<Long> steps = AskedSteps.of(measures, experiment.horizon());
    OptionalDouble bound = steps.isEmpty() ? OptionalDouble.empty() : bound(experiment);
    return bound.isEmpty()
        ? List.of()
        : steps.stream()
            .map(step -> new Predicted(Part.NOISE_LEVEL.word(), step, bound.getAsDouble()))
            .toList();
  }

  private OptionalDouble bound(Experiment experiment) {
    Optional<Double> noise = KnownNoise.meanSquare(experiment);
    Optional<Ball> ball = Ball.of(experiment.dynamics());
    if (noise.isEmpty() || ball.isEmpty()) {
      return OptionalDouble.empty();
    }
    double c = noise.get();
    double beta = ball.get().beta;
    if (ball.get().form == Form.DESCENT) {
      return OptionalDouble.of(c);
    }
    if (version == Version.OF_2025) {
      return ball.get().form == Form.NORMALISED
          ? OptionalDouble.of(c / (1 - beta))
          : OptionalDouble.empty();
    }
    OptionalDouble k = largestGradientSquare(experiment);
    if (k.isEmpty()) {
      return k;
    }
    return OptionalDouble.of(
        ball.get().form == Form.NORMALISED
            ? normalised(beta, c, k.getAsDouble())
            : heavyBall(beta, c, k.getAsDouble()));
  }

  /** Of the buffer of heavy ball, for beta >= 0. */
  static double heavyBall(double beta, double noise, double gradientSquare) {
    double b = beta * (beta * beta - beta + 1) / ((1 - beta) * (1 - beta));
    return (1 + b) * noise + b * gradientSquare;
  }

  /** Of the average of normalised heavy ball, for beta >= 0. */
  static double normalised(double beta, double noise, double gradientSquare) {
    return noise + 4 * beta * beta * (noise + gradientSquare);
  }

  private static OptionalDouble largestGradientSquare(Experiment experiment) {
    long last = experiment.horizon();
    return DirectionPath.of(experiment, last)
        .filter(path -> (double) last * path.modes() <= MOST_WORK)
        .map(path -> OptionalDouble.of(path.largestGradientSquare(last)))
        .orElse(OptionalDouble.empty());
  }

  private enum Form {
    DESCENT,
    HEAVY_BALL,
    NORMALISED
  }

  /**
   * The momentum of which there is a bound. What heavy ball remembers is steps, not gradients: in a
   * step that is smaller than the one before it they are a larger direction.
   */
  private record Ball(Form form, double beta) {

    static Optional<Ball> of(Dynamics dynamics) {
      if (dynamics instanceof Sgd) {
        return Optional.of(new Ball(Form.DESCENT, 0));
      }
      if (dynamics instanceof HeavyBall d) {
        return d.stepSize().isConstant() ? of(Form.HEAVY_BALL, d.momentum()) : Optional.empty();
      }
      if (dynamics instanceof PytorchMomentum d) {
        return of(Form.HEAVY_BALL, d.momentum());
      }
      if (dynamics instanceof NormalisedHeavyBall d) {
        return of(Form.NORMALISED, d.momentum());
      }
      if (dynamics instanceof QuasiHyperbolic d && d.weight() == 0) {
        return Optional.of(new Ball(Form.DESCENT, 0));
      }
      return dynamics instanceof QuasiHyperbolic d && d.weight() == 1
          ? of(Form.NORMALISED, d.momentum())
          : Optional.empty();
    }

    /** Negative momentum is not what the papers speak of. */
    private static Optional<Ball> of(Form form, Schedule momentum) {
      return momentum.isConstant() && momentum.at(0) >= 0
          ? Optional.of(new Ball(form, momentum.at(0)))
          : Optional.empty();
    }
  }
}
