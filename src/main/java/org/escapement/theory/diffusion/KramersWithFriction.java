package org.escapement.theory.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.dynamics.LangevinBaoab;
import org.escapement.dynamics.LangevinEuler;
import org.escapement.noise.NoNoise;
import org.escapement.simulate.Experiment;
import org.escapement.theory.Kind;
import org.escapement.theory.Predicted;
import org.escapement.theory.Prediction;
import org.escapement.theory.experiment.Answer;
import org.escapement.theory.experiment.Descent;
import org.escapement.theory.experiment.Line;
import org.escapement.theory.experiment.Well;
import org.escapement.theory.numeric.Panels;

/** The mean time over a barrier with inertia: Langevin dynamics, or momentum near 1. */
public final class KramersWithFriction implements Prediction {
  private static final double LARGEST_STEP = 0.1;
  private static final double LARGEST_LOSS = 1e6;

  /**
   * Langevin dynamics dX = V dt, dV = -friction V dt - f' dt + sqrt(2 friction T) dW.
   *
   * @param step its time per step
   * @param timeStep model time per step
   */
  private record Langevin(double step, double timeStep, double friction, double temperature) {}

  @Override
  public String name() {
    return "kramers-with-friction";
  }

  @Override
  public String summary() {
    return "Mean time over a high barrier with inertia, for every friction; heavy ball as Langevin"
        + " dynamics of friction (1 - momentum) / sqrt(step)";
  }

  @Override
  public Kind kind() {
    return Kind.ASYMPTOTIC;
  }

  @Override
  public String source() {
    return "Kramers 1940, Physica 7, 284, with the depopulation factor of Mel'nikov, Meshkov 1986,"
        + " J. Chem. Phys. 85, 1018";
  }

  @Override
  public String validity() {
    return "one dimension, thermal or normal noise, barrier at least 2 T (10 to 25 % too small at 4"
        + " T), step |f''| <= 0.1 for momentum and step^2 |f''| <= 0.1 for Langevin dynamics; the"
        + " domain ends behind the barrier, at least 2 T below its top";
  }

  @Override
  public List<Predicted> of(Experiment experiment) {
    Optional<Line> line = Line.of(experiment);
    Optional<Langevin> motion = motion(experiment);
    if (line.isEmpty() || motion.isEmpty()) {
      return List.of();
    }
    Langevin langevin = motion.get();
    double curvature = line.get().largestCurvatureOnTheWayOut();
    if (langevin.step() * langevin.step() * curvature > LARGEST_STEP) {
      return List.of();
    }
    OptionalDouble time =
        Well.of(line.get()).map(well -> time(well, langevin)).orElse(OptionalDouble.empty());
    return time.isPresent()
        ? Answer.mean(time.getAsDouble() / langevin.step(), langevin.timeStep())
        : List.of();
  }

  private static Optional<Langevin> motion(Experiment e) {
    if (e.dynamics() instanceof LangevinEuler d && e.noise() instanceof NoNoise) {
      return e.constantStepSize().map(h -> new Langevin(h, h, d.friction(), d.temperature()));
    }
    if (e.dynamics() instanceof LangevinBaoab d) {
      return e.constantStepSize().map(h -> new Langevin(h, h, d.friction(), d.temperature()));
    }
    return Descent.of(e)
        .filter(d -> d.momentum() > 0 && d.form() == Descent.Form.HEAVY_BALL)
        .flatMap(d -> heavyBall(d, e));
  }

  private static Optional<Langevin> heavyBall(Descent descent, Experiment e) {
    double root = Math.sqrt(descent.rate());
    OptionalDouble temperature = descent.temperature(e.noise());
    return temperature.isPresent()
        ? Optional.of(
            new Langevin(
                root,
                descent.timeStep(),
                (1 - descent.momentum()) / root,
                temperature.getAsDouble()))
        : Optional.empty();
  }

  /** Only one way out, over the top; the other end closed. */
  private static OptionalDouble time(Well well, Langevin motion) {
    Optional<WaysOut> ways =
        motion.friction() > 0 && motion.temperature() > 0
            ? WaysOut.of(well, motion.temperature())
            : Optional.empty();
    if (ways.isEmpty() || (ways.get().rateBelow() > 0 && ways.get().rateAbove() > 0)) {
      return OptionalDouble.empty();
    }
    Well seen = ways.get().rateAbove() > 0 ? well : well.mirrored();
    Well.Barrier barrier = seen.above().orElseThrow();
    if (barrier.way() != Well.Way.OVER_THE_TOP) {
      return OptionalDouble.empty();
    }
    double height = seen.height(barrier.top());
    double loss = motion.friction() * action(seen, barrier.top()) / motion.temperature();
    return OptionalDouble.of(
        KramersExit.withFriction(
                height,
                seen.curvature(),
                seen.line().curvature(barrier.top()),
                motion.friction(),
                motion.temperature())
            / KramersExit.depopulation(Math.min(loss, LARGEST_LOSS)));
  }

  /** Where the well is as high as an energy on the side away from the top. */
  private static double turningPoint(Well well, double top, double energy) {
    double inside = well.bottom();
    double outside = inside;
    while (well.height(outside) < energy) {
      inside = outside;
      outside -= (top - well.bottom()) / 8;
    }
    for (int k = 0; k < 60; k++) {
      double middle = 0.5 * (inside + outside);
      if (well.height(middle) < energy) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }

  /** The action of one round in the well at the barrier's energy: twice Int sqrt(2 (E - f)). */
  private static double action(Well well, double top) {
    double energy = well.height(top);
    double inside = turningPoint(well, top, energy);
    double half = 0.5 * (top - inside);
    double centre = 0.5 * (top + inside);
    double sum = 0;
    int pieces = 8;
    for (int p = 0; p < pieces; p++) {
      sum +=
          Panels.integral(
              angle -> {
                double x = centre - half * StrictMath.cos(angle);
                double p2 = Math.max(0, 2 * (energy - well.height(x)));
                return Math.sqrt(p2) * half * StrictMath.sin(angle);
              },
              Math.PI * p / pieces,
              Math.PI * (p + 1) / pieces);
    }
    return 2 * sum;
  }
}
