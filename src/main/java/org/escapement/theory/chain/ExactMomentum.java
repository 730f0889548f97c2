package org.escapement.theory.chain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Confinement;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.kick.GaussianKick;
import org.escapement.theory.kick.KickLaw;
import org.escapement.theory.kick.KickLaws;

/** The heavy ball that is simulated, on the line: the density of its last two positions. */
public final class ExactMomentum implements Prediction {
  /** How much higher than for rest alone the wall must be for a ball that moves. */
  private static final double WALL = 1.2;

  private static final long SHORTEST_HORIZON = 1000;
  private static final int PIECES = 1000;

  @Override
  public String name() {
    return "exact-momentum";
  }

  @Override
  public String summary() {
    return "Exit of the simulated heavy ball itself, from the flow of its density";
  }

  @Override
  public Kind kind() {
    return Kind.EXACT;
  }

  @Override
  public String source() {
    return "Chapman-Kolmogorov equation of the pair of successive positions, Gauss-Legendre panels"
        + " (Nystroem 1930, Acta Mathematica 54, 185)";
  }

  @Override
  public String validity() {
    return "one dimension, normal noise, heavy ball (also PyTorch's form and the normalised) with"
        + " constant step size and momentum in (0, 1); interval, or half-line in a confining"
        + " potential; horizon of at least 1000 steps; diverged-beyond out of reach of one step; two"
        + " resolutions agree to 1e-8 within bounded work: kicks not much shorter than the domain";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment);
    Optional<Descent> descent =
        Descent.of(experiment).filter(d -> d.momentum() > 0 && d.form() == Descent.Form.HEAVY_BALL);
    if (line.isEmpty() || descent.isEmpty() || experiment.horizon() < SHORTEST_HORIZON) {
      return List.of();
    }
    OptionalDouble temperature = descent.get().temperature(experiment.noise());
    Optional<NystromExit.Stretch> stretch =
        temperature.isPresent() ? stretch(line.get(), temperature.getAsDouble()) : Optional.empty();
    return stretch
        .flatMap(part -> exit(line.get(), descent.get(), part, experiment))
        .map(exit -> ExactWalk.predicted(exit, line.get(), descent.get().timeStep()))
        .orElse(List.of());
  }

  private static Optional<WalkExit> exit(
      Line line, Descent descent, NystromExit.Stretch stretch, Experiment experiment) {
    double variance = KickLaws.normalVariance(experiment.noise(), descent::factor);
    double rate = descent.rate();
    KickLaw kick = new GaussianKick(Math.sqrt(variance));
    DoubleUnaryOperator drift = x -> rate * line.slope().applyAsDouble(x);
    double farthest = farthest(stretch, drift, descent.momentum()) + kick.reach();
    return farthest <= experiment.divergedBeyond()
        ? new MomentumWalk(drift, descent.momentum(), kick, line.low(), line.high())
            .exit(stretch, line.start(), experiment.horizon())
        : Optional.empty();
  }

  /** How far from 0 a step without a kick can lead: what lands farther may count as diverged. */
  private static double farthest(
      NystromExit.Stretch stretch, DoubleUnaryOperator drift, double momentum) {
    double length = stretch.high() - stretch.low();
    double farthest = 0;
    for (int k = 0; k <= PIECES; k++) {
      double x = stretch.low() + length * k / PIECES;
      farthest = Math.max(farthest, Math.abs(x - drift.applyAsDouble(x)));
    }
    return farthest + momentum * length;
  }

  private static Optional<NystromExit.Stretch> stretch(Line line, double temperature) {
    if (line.isBounded()) {
      return Optional.of(new NystromExit.Stretch(line.low(), line.high()));
    }
    if (!line.isHalfLine()) {
      return Optional.empty();
    }
    if (line.low() == Double.NEGATIVE_INFINITY) {
      return stretch(line.mirrored(), temperature)
          .map(part -> new NystromExit.Stretch(-part.high(), -part.low()));
    }
    OptionalDouble wall =
        Confinement.wallAbove(line.value(), line.low(), line.start(), WALL * temperature);
    return wall.isPresent()
        ? Optional.of(new NystromExit.Stretch(line.low(), wall.getAsDouble()))
        : Optional.empty();
  }
}
