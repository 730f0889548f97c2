package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.model.Noise;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Confinement;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.KickLaws;
import org.escapement.theory.numeric.Panels;

/** The diffusion that descent with normal noise resembles, its exit by exact integrals. */
public final class OverdampedDiffusion implements Prediction {

  @Override
  public String name() {
    return "overdamped-diffusion";
  }

  @Override
  public String summary() {
    return "Exit of the diffusion dX = -f' dt + sqrt(2T) dW with dt = step / (1 - momentum)";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "scale function and speed measure (Karlin, Taylor 1981, A Second Course in Stochastic"
        + " Processes, 15.3) of the limit of Hu, Li, Li, Liu 2019 (arXiv 1705.07562), with momentum"
        + " Liu, Chen, Zhou, Zhao 2021 (arXiv 1802.05155)";
  }

  @Override
  public String validity() {
    return "one dimension, normal noise, also where it depends on the position (Ito); also with shifted or bridge monitoring, which leave an error"
        + " of the order of the step only. Watched at steps: exact as the step goes to 0 with T = effective step *"
        + " scale^2 / 2 fixed. Step |f''| <= 0.5, with momentum 4 step |f''| <= 0.5 (1 - momentum)^2. A boundary"
        + " that is no minimum or beyond the top of a barrier adds a factor that does not vanish";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment)
            .filter(
                d -> line.map(l -> d.isOverdamped(l.largestCurvatureOnTheWayOut())).orElse(false));
    return line.isPresent() && descent.isPresent()
        ? Motion.of(line.get(), descent.get(), experiment.noise())
            .map(motion -> of(motion, descent.get(), experiment.monitoring().lag()))
            .orElse(List.of())
        : List.of();
  }

  private static List<Predicted> of(Motion motion, Descent descent, double lag) {
    Line line = motion.line();
    DiffusionExit exit = motion.exit(line);
    OptionalDouble time = meanTime(motion, exit);
    if (time.isEmpty()) {
      return List.of();
    }
    double steps = time.getAsDouble() / descent.effectiveStep();
    OptionalDouble below =
        line.isBounded()
            ? exit.shareBelow(line.low(), line.high(), line.start())
            : OptionalDouble.empty();
    List<Predicted> mean = Answer.mean(steps, descent.timeStep(), lag);
    return below.isPresent() ? Answer.with(mean, line, below.getAsDouble()) : mean;
  }

  private static OptionalDouble meanTime(Motion motion, DiffusionExit exit) {
    Line line = motion.line();
    if (line.isBounded()) {
      return exit.meanTime(line.low(), line.high(), line.start());
    }
    if (!line.isHalfLine()) {
      return OptionalDouble.empty();
    }
    boolean upwards = line.low() == Double.NEGATIVE_INFINITY;
    Line seen = upwards ? line.mirrored() : line;
    OptionalDouble wall =
        Confinement.wallAbove(seen.value(), seen.low(), seen.start(), motion.temperature());
    return wall.isPresent()
        ? motion.exit(seen).meanTimeToReach(seen.low(), wall.getAsDouble(), seen.start())
        : OptionalDouble.empty();
  }

  /**
   * dX = -V' r dt + sqrt(2 T r) dW with r = 1 + ratio x^2: normal noise whose variance grows like
   * r, and V' = f' / r.
   *
   * @param line with V for f
   */
  private record Motion(Line line, double temperature, double ratio) {
    private static final int PANELS = 8;

    static Optional<Motion> of(Line line, Descent descent, Noise noise) {
      OptionalDouble temperature = descent.temperature(noise);
      if (temperature.isPresent()) {
        return Optional.of(new Motion(line, temperature.getAsDouble(), 0));
      }
      double share = descent.clock() == Descent.Clock.GRADIENT ? descent.effectiveStep() / 2 : 0.5;
      return KickLaws.normal(noise, part -> 1)
          .filter(variance -> variance.constant() > 0)
          .map(
              variance -> {
                double ratio = variance.quadratic() / variance.constant();
                return new Motion(changed(line, ratio), share * variance.constant(), ratio);
              });
    }

    private static Line changed(Line line, double ratio) {
      DoubleUnaryOperator slope = x -> line.slope().applyAsDouble(x) / (1 + ratio * (x * x));
      DoubleUnaryOperator value =
          x -> {
            double sum = 0;
            for (int p = 0; p < PANELS; p++) {
              double from = line.start() + (x - line.start()) * p / PANELS;
              double to = line.start() + (x - line.start()) * (p + 1) / PANELS;
              sum += Panels.integral(slope, from, to);
            }
            return sum;
          };
      return new Line(value, slope, line.start(), line.low(), line.high(), line.sides());
    }

    /** Of the line or the same seen in a mirror. */
    DiffusionExit exit(Line seen) {
      return new DiffusionExit(seen.value(), temperature, x -> 1 / (1 + ratio * (x * x)));
    }
  }
}
