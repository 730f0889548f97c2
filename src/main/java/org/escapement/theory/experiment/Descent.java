package org.escapement.theory.experiment;

import java.util.Optional;
import java.util.OptionalDouble;
import org.escapement.dynamics.DelayedHeavyBall;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;
import org.escapement.theory.kick.KickLaws;

/**
 * A dynamics of first order with constant parameters, as the heavy ball x' = x - rate g + momentum
 * (x - x before) that it is or resembles.
 *
 * @param timeStep model time of a step
 * @param rate factor of the gradient
 * @param momentum beta
 * @param clock how the noise is scaled
 * @param form how literally it is that heavy ball
 */
public record Descent(double timeStep, double rate, double momentum, Clock clock, Form form) {

  /** How a kick enters a step. */
  public enum Clock {
    /** Multiplied by the rate, as a part of the gradient. */
    GRADIENT,
    /** Multiplied by timeStep^(1/index), as the increment of a driving process. */
    PROCESS
  }

  /** Whether the recursion is exact. */
  public enum Form {
    HEAVY_BALL,
    /** Another use of the momentum with the same effective step; the same where it is 0. */
    RELATED
  }

  /** Empty for schedules that vary and for other dynamics. */
  public static Optional<Descent> of(Experiment experiment) {
    Dynamics dynamics = experiment.dynamics();
    if (!dynamics.stepSize().isConstant()) {
      return Optional.empty();
    }
    double step = dynamics.stepSize().at(0);
    if (dynamics instanceof Sgd) {
      return Optional.of(new Descent(step, step, 0, Clock.GRADIENT, Form.HEAVY_BALL));
    }
    if (dynamics instanceof EulerMaruyama) {
      return Optional.of(new Descent(step, step, 0, Clock.PROCESS, Form.HEAVY_BALL));
    }
    return withMomentum(dynamics, step);
  }

  private static Optional<Descent> withMomentum(Dynamics dynamics, double step) {
    if (dynamics instanceof HeavyBall d) {
      return of(d.momentum(), step, Form.HEAVY_BALL);
    }
    if (dynamics instanceof DelayedHeavyBall d && d.delay() == 0) {
      return of(d.momentum(), step, Form.HEAVY_BALL);
    }
    if (dynamics instanceof PytorchMomentum d) {
      return of(d.momentum(), step, Form.HEAVY_BALL);
    }
    if (dynamics instanceof Nesterov d) {
      return of(d.momentum(), step, Form.RELATED);
    }
    if (dynamics instanceof NormalisedHeavyBall d) {
      return of(d.momentum(), step, Form.HEAVY_BALL).map(Descent::normalised);
    }
    if (dynamics instanceof QuasiHyperbolic d && d.weight() == 0) {
      return Optional.of(new Descent(step, step, 0, Clock.GRADIENT, Form.HEAVY_BALL));
    }
    if (dynamics instanceof QuasiHyperbolic d) {
      Form form = d.weight() == 1 ? Form.HEAVY_BALL : Form.RELATED;
      return of(d.momentum(), step, form).map(Descent::normalised);
    }
    return Optional.empty();
  }

  private static Optional<Descent> of(Schedule momentum, double step, Form form) {
    return momentum.isConstant()
        ? Optional.of(new Descent(step, step, momentum.at(0), Clock.GRADIENT, form))
        : Optional.empty();
  }

  private Descent normalised() {
    return new Descent(timeStep, rate * (1 - momentum), momentum, clock, form);
  }

  /** Whether a step depends on the position only. */
  public boolean hasNoMemory() {
    return momentum == 0;
  }

  /** What a part of the noise is multiplied by in one step. */
  public double factor(Noise part) {
    if (clock == Clock.GRADIENT) {
      return rate;
    }
    double index = part.index();
    return index == 2 ? Math.sqrt(timeStep) : StrictMath.pow(timeStep, 1 / index);
  }

  /** Drift per step of the slow motion, as a multiple of the gradient: rate / (1 - momentum). */
  public double effectiveStep() {
    return rate / (1 - momentum);
  }

  /**
   * T of the diffusion dX = -f'(X) dt + sqrt(2 T) dW with dt = effectiveStep() a step that the slow
   * motion resembles; empty unless the noise is normal.
   */
  public OptionalDouble temperature(Noise noise) {
    OptionalDouble deviation = KickLaws.normalDeviation(noise);
    if (deviation.isEmpty()) {
      return deviation;
    }
    double square = deviation.getAsDouble() * deviation.getAsDouble();
    return OptionalDouble.of(clock == Clock.GRADIENT ? effectiveStep() * square / 2 : square / 2);
  }

  /**
   * Whether the motion is slow: step curvature <= 0.5, and with momentum 4 rate curvature <= 0.5 (1
   * - momentum)^2, so that momentum decays much faster than the gradient changes.
   */
  public boolean isOverdamped(double curvature) {
    double least = hasNoMemory() ? 1 : 0.25 * (1 - momentum) * (1 - momentum);
    return rate * curvature <= 0.5 * least;
  }
}
