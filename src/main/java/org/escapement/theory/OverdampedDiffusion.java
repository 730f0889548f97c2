package org.escapement.theory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.simulate.Experiment;

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
    return "one dimension, normal noise; also with shifted or bridge monitoring, which leave an error"
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
        ? of(
            line.get(),
            descent.get(),
            descent.get().temperature(experiment.noise()),
            experiment.monitoring().lag())
        : List.of();
  }

  private static List<Predicted> of(
      Line line, Descent descent, OptionalDouble temperature, double lag) {
    if (temperature.isEmpty()) {
      return List.of();
    }
    DiffusionExit exit = new DiffusionExit(line.value(), temperature.getAsDouble());
    OptionalDouble time = meanTime(line, exit, temperature.getAsDouble());
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

  private static OptionalDouble meanTime(Line line, DiffusionExit exit, double temperature) {
    if (line.isBounded()) {
      return exit.meanTime(line.low(), line.high(), line.start());
    }
    if (!line.isHalfLine()) {
      return OptionalDouble.empty();
    }
    boolean upwards = line.low() == Double.NEGATIVE_INFINITY;
    Line seen = upwards ? line.mirrored() : line;
    OptionalDouble wall =
        Confinement.wallAbove(seen.value(), seen.low(), seen.start(), temperature);
    return wall.isPresent()
        ? new DiffusionExit(seen.value(), temperature)
            .meanTimeToReach(seen.low(), wall.getAsDouble(), seen.start())
        : OptionalDouble.empty();
  }
}
