package org.escapement.theory.linear;

import java.util.Optional;
import java.util.function.Function;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.dynamics.HeavyBall;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Piecewise;
import org.escapement.dynamics.PytorchMomentum;
import org.escapement.dynamics.QuasiHyperbolic;
import org.escapement.dynamics.Sgd;
import org.escapement.dynamics.SgdEquation1;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.theory.SampleLaw;
import org.escapement.theory.experiment.Approximated;
import org.escapement.theory.experiment.Approximated.Form;

/**
 * A dynamics as a linear recursion on every mode of a quadratic, step by step.
 *
 * @param kicks whether a kick is that of the noise or a normal one of its variance
 * @param parts how many times the rule is applied in a step, each time with a kick of its own
 */
public record LinearDynamics(
    Schedule stepSize, Schedule momentum, Kicks kicks, Rule rule, int parts) {
  private static final Schedule NONE = new Constant(0);

  /** What moves it. */
  public enum Kicks {
    /** The noise on the gradient. */
    OF_THE_NOISE,
    /** Brownian motion: an equation whose step is exact on quadratics along the axes. */
    NORMAL
  }

  /** The step for a step size eta, a momentum beta and a curvature. */
  interface Rule {
    LinearStep at(double eta, double beta, double curvature);
  }

  /** Empty for other dynamics. */
  public static Optional<LinearDynamics> of(Dynamics dynamics) {
    if (dynamics instanceof Sgd d) {
      return withoutMemory(d.stepSize(), (eta, beta, a) -> LinearStep.of(1 - eta * a, -eta));
    }
    if (dynamics instanceof EulerMaruyama d) {
      return withoutMemory(
          d.stepSize(), (eta, beta, a) -> LinearStep.of(1 - eta * a, Math.sqrt(eta)));
    }
    if (dynamics instanceof HeavyBall d) {
      return withMemory(d.stepSize(), d.momentum(), LinearDynamics::heavyBall);
    }
    if (dynamics instanceof PytorchMomentum d) {
      return withMemory(d.stepSize(), d.momentum(), LinearDynamics::pytorch);
    }
    if (dynamics instanceof NormalisedHeavyBall d) {
      return withMemory(d.stepSize(), d.momentum(), (eta, beta, a) -> average(eta, beta, 1, a));
    }
    if (dynamics instanceof QuasiHyperbolic d) {
      return withMemory(
          d.stepSize(), d.momentum(), (eta, beta, a) -> average(eta, beta, d.weight(), a));
    }
    return dynamics instanceof Nesterov d
        ? withMemory(d.stepSize(), d.momentum(), LinearDynamics::nesterov)
        : equation(dynamics);
  }

  private static Optional<LinearDynamics> equation(Dynamics dynamics) {
    if (dynamics instanceof SgdEquation1) {
      return equation(dynamics.stepSize(), mode -> mode.modified(1));
    }
    if (dynamics instanceof SgdEquation2) {
      return equation(dynamics.stepSize(), mode -> mode.modified(2));
    }
    return dynamics instanceof HessianAware
        ? equation(dynamics.stepSize(), ModifiedMode::hessianAware)
        : Optional.empty();
  }

  /** A kick of variance 1 moves it by the standard deviation that noise of variance 1 causes. */
  private static Optional<LinearDynamics> equation(
      Schedule stepSize, Function<ModifiedMode, Optional<LinearDiffusion>> equation) {
    Rule rule =
        (eta, beta, a) -> {
          Approximated sgd = new Approximated(Form.DESCENT, eta, 0, Optional.empty());
          SampleLaw step =
              equation
                  .apply(new ModifiedMode(sgd, a, 1, 0))
                  .map(diffusion -> diffusion.positionAfter(1, 1).value(0))
                  .orElse(SampleLaw.ofMean(Double.NaN));
          return LinearStep.of(step.mean(), -Math.sqrt(step.variance()));
        };
    return Optional.of(new LinearDynamics(stepSize, NONE, Kicks.NORMAL, rule, 1));
  }

  private static Optional<LinearDynamics> withoutMemory(Schedule stepSize, Rule rule) {
    return Optional.of(new LinearDynamics(stepSize, NONE, Kicks.OF_THE_NOISE, rule, 1));
  }

  private static Optional<LinearDynamics> withMemory(
      Schedule stepSize, Schedule momentum, Rule rule) {
    return Optional.of(new LinearDynamics(stepSize, momentum, Kicks.OF_THE_NOISE, rule, 1));
  }

  /** v' = beta v - eta (a x + w), x' = x + v'. */
  private static LinearStep heavyBall(double eta, double beta, double a) {
    return LinearStep.of(
        new double[] {1 - eta * a, beta}, new double[] {-eta * a, beta}, -eta, -eta);
  }

  /** m' = beta m + (a x + w), x' = x - eta m'. */
  private static LinearStep pytorch(double eta, double beta, double a) {
    return LinearStep.of(new double[] {1 - eta * a, -eta * beta}, new double[] {a, beta}, -eta, 1);
  }

  /** m' = beta m + (1 - beta) g, x' = x - eta ((1 - weight) g + weight m') with g = a x + w. */
  private static LinearStep average(double eta, double beta, double weight, double a) {
    double fresh = 1 - beta;
    double direct = -eta * (1 - weight + weight * fresh);
    return LinearStep.of(
        new double[] {1 + direct * a, -eta * weight * beta},
        new double[] {fresh * a, beta},
        direct,
        fresh);
  }

  /** v' = beta v - eta (a (x + beta v) + w), x' = x + v', the kick that at x + beta v. */
  private static LinearStep nesterov(double eta, double beta, double a) {
    double kept = beta * (1 - eta * a);
    return new LinearStep(
        new double[][] {{1 - eta * a, kept}, {-eta * a, kept}},
        new double[] {-eta, -eta},
        new double[] {1, beta});
  }

  /** The step that leads from z_k to z_{k+1}, or one of the equal parts of it. */
  public LinearStep at(long k, double curvature) {
    return rule.at(stepSize.at(k), momentum.at(k), curvature);
  }

  /** Steps k, k + 1, ... below this number are alike. */
  public long sameUntil(long k) {
    return Math.min(sameUntil(stepSize, k), sameUntil(momentum, k));
  }

  private static long sameUntil(Schedule schedule, long k) {
    if (schedule.isConstant()) {
      return Long.MAX_VALUE;
    }
    if (schedule instanceof Piecewise stages) {
      int next = 0;
      while (next < stages.from().size() && stages.from().at(next) <= k) {
        next++;
      }
      return next < stages.from().size() ? (long) stages.from().at(next) : Long.MAX_VALUE;
    }
    return k + 1;
  }

  /** Stretches of steps alike before a step, at most the given number. */
  public long stretches(long step, long most) {
    long count = 0;
    for (long k = 0; k < step && count < most; k = sameUntil(k)) {
      count++;
    }
    return count;
  }
}
