package org.escapement.theory.experiment;

import java.util.Optional;
import org.escapement.dynamics.Constant;
import org.escapement.dynamics.HeavyBallEquation1;
import org.escapement.dynamics.HeavyBallEquation2;
import org.escapement.dynamics.HessianAware;
import org.escapement.dynamics.Nesterov;
import org.escapement.dynamics.NesterovEquation2;
import org.escapement.dynamics.SgdEquation1;
import org.escapement.dynamics.SgdEquation2;
import org.escapement.model.Dynamics;
import org.escapement.model.Schedule;
import org.escapement.simulate.Experiment;

/**
 * An optimiser with constant parameters as modified equations know it, or one of these equations.
 *
 * @param form its recursion
 * @param step eta of x' = x - eta g + momentum (x - x before)
 * @param itself the prediction that is the equation simulated; empty for an optimiser
 */
public record Approximated(Form form, double step, double momentum, Optional<String> itself) {

  private static final Schedule NONE = new Constant(0);

  /** How it uses momentum. */
  public enum Form {
    /** Not at all. */
    DESCENT,
    HEAVY_BALL,
    /** The gradient is taken ahead. */
    NESTEROV,
    /** In another way, the same when momentum decays fast. */
    OTHER
  }

  /** Empty for other dynamics, and for schedules that vary. */
  public static Optional<Approximated> of(Experiment experiment) {
    Dynamics dynamics = experiment.dynamics();
    if (dynamics instanceof SgdEquation1 d) {
      return of(Form.DESCENT, d.stepSize(), NONE, "modified-equation-1");
    }
    if (dynamics instanceof SgdEquation2 d) {
      return of(Form.DESCENT, d.stepSize(), NONE, "modified-equation-2");
    }
    if (dynamics instanceof HessianAware d) {
      return of(Form.DESCENT, d.stepSize(), NONE, "hessian-aware-equation");
    }
    if (dynamics instanceof HeavyBallEquation1 d) {
      return of(Form.HEAVY_BALL, d.stepSize(), d.momentum(), "modified-equation-1");
    }
    if (dynamics instanceof HeavyBallEquation2 d) {
      return of(Form.HEAVY_BALL, d.stepSize(), d.momentum(), "modified-equation-2");
    }
    if (dynamics instanceof NesterovEquation2 d) {
      return of(Form.NESTEROV, d.stepSize(), d.momentum(), "modified-equation-2");
    }
    return Descent.of(experiment)
        .filter(d -> d.clock() == Descent.Clock.GRADIENT)
        .map(d -> new Approximated(form(d, dynamics), d.rate(), d.momentum(), Optional.empty()));
  }

  private static Optional<Approximated> of(
      Form form, Schedule step, Schedule momentum, String itself) {
    return step.isConstant() && momentum.isConstant()
        ? Optional.of(new Approximated(form, step.at(0), momentum.at(0), Optional.of(itself)))
        : Optional.empty();
  }

  private static Form form(Descent descent, Dynamics dynamics) {
    if (descent.hasNoMemory()) {
      return Form.DESCENT;
    }
    if (dynamics instanceof Nesterov) {
      return Form.NESTEROV;
    }
    return descent.form() == Descent.Form.HEAVY_BALL ? Form.HEAVY_BALL : Form.OTHER;
  }
}
