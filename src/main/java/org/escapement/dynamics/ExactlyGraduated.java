package org.escapement.dynamics;

import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Smoothable;
import org.escapement.model.SmoothingLaw;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Explicit graduated optimisation with the gradient of the smoothed function itself, where it is
 * known in closed form: {@link Graduated} with infinitely many draws.
 */
public record ExactlyGraduated(
    @Parameter("The optimiser: SGD or one with momentum") Dynamics of,
    @Parameter(value = "Width delta of the smoothing", unit = "length", range = "[0, inf)")
        Schedule delta,
    @Parameter(
            value =
                "Law of u: gaussian (N(0, 1) in each coordinate), ball (uniform in the unit ball)"
                    + " or sphere",
            standard = "gaussian")
        String law)
    implements Dynamics {

  /** Checks the range, and that it is an optimiser. */
  public ExactlyGraduated {
    Optimisers.check(of);
    delta.check("[0, inf)", "delta");
    SmoothingLaw.of(law);
  }

  @Override
  public int stateDimension(int dimension) {
    return of.stateDimension(dimension);
  }

  @Override
  public Vector startState(Vector position) {
    return of.startState(position);
  }

  @Override
  public Schedule stepSize() {
    return of.stepSize();
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    SmoothingLaw known = SmoothingLaw.of(law);
    if (!(objective instanceof Smoothable f && f.smoothed(known, delta.at(0)).isPresent())) {
      throw new IllegalArgumentException(
          "exactly-graduated needs an objective with a closed form under this law, such as"
              + " rastrigin; graduated draws samples of any");
    }
    SeenThrough seen =
        new SeenThrough(
            objective,
            (numbers, width) -> new ClosedForms(f, known, LaneValues.of(delta, width), width));
    return of.start(seen, noise, draws, lanes);
  }
}
