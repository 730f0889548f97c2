package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;

/** How the modified equation of order 2 of SGD leaves an interval, watched all the time. */
public final class SecondOrderDiffusion implements Prediction {

  @Override
  public String name() {
    return "second-order-diffusion";
  }

  @Override
  public String summary() {
    return "Exit of the diffusion of order 2, with f + step/4 f'^2 in place of f";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Li, Tai, E 2019 (JMLR 20(40)), theorem 9; exit by scale function and speed measure"
        + " (Karlin, Taylor 1981, 15.3)";
  }

  @Override
  public String validity() {
    return "one dimension, SGD, normal noise, interval, step |f''| <= 0.5; its order is that of"
        + " expectations over a fixed time, exits are no such thing";
  }

  /** Mean exit time of dX = -(f + step/4 f'^2)' dt + sqrt(2 temperature) dW. */
  static OptionalDouble meanTime(Line line, double step, double temperature) {
    DoubleUnaryOperator potential =
        x -> {
          double slope = line.slope().applyAsDouble(x);
          return line.value().applyAsDouble(x) + step / 4 * slope * slope;
        };
    return new DiffusionExit(potential, temperature)
        .meanTime(line.low(), line.high(), line.start());
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment).filter(Line::isBounded);
    Optional<Descent> descent =
        Descent.of(experiment)
            .filter(d -> d.hasNoMemory() && d.clock() == Descent.Clock.GRADIENT)
            .filter(
                d -> line.map(l -> d.isOverdamped(l.largestCurvatureOnTheWayOut())).orElse(false));
    if (line.isEmpty() || descent.isEmpty()) {
      return List.of();
    }
    double step = descent.get().rate();
    OptionalDouble temperature = descent.get().temperature(experiment.noise());
    OptionalDouble time =
        temperature.isPresent()
            ? meanTime(line.get(), step, temperature.getAsDouble())
            : OptionalDouble.empty();
    return time.isPresent()
        ? Answer.mean(
            time.getAsDouble() / step, descent.get().timeStep(), experiment.monitoring().lag())
        : List.of();
  }
}
