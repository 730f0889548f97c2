package org.escapement.dynamics;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * The modified equation of order 2 of SGD, from step to step: dX = -grad(f + eta/4 |grad f|^2)(X)
 * dt + sqrt(eta) dB, B of the covariance of the noise on the gradient; a step is model time eta.
 *
 * <p>Over a fixed time expectations differ from those of SGD by O(eta^2). Source: Q. Li, C. Tai, W.
 * E, Stochastic modified equations and dynamics of stochastic gradient algorithms I, JMLR 20(40),
 * 2019, theorem 9. Exact on quadratics along the axes with independent noise; otherwise see {@link
 * SmallNoiseRungeKutta}. The noise of a step is made of the numbers that SGD uses in it.
 */
public record SgdEquation2(
    @Parameter(value = "Step size eta of SGD", unit = "model time", range = "(0, inf)")
        Schedule stepSize,
    @Parameter(
            value = "Parts in which a step is integrated where no exact step is known",
            range = "[1, 64]",
            standard = "4")
        int substeps)
    implements Dynamics {

  /** Checks the ranges. */
  public SgdEquation2 {
    stepSize.check("(0, inf)", "step-size");
    Check.in("[1, 64]", substeps, "substeps");
  }

  @Override
  public int stateDimension(int dimension) {
    return dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    ModifiedEquation flow =
        new SgdFlow(
            objective,
            Optional.of(ModifiedEquation.curved(objective)),
            LaneValues.of(stepSize, lanes),
            lanes);
    return LinearTransition.of(new Linear(), stepSize, objective, noise, draws, lanes)
        .orElseGet(() -> SmallNoiseRungeKutta.of(flow, objective, noise, substeps, draws, lanes));
  }

  private record Linear() implements LinearTransition.Law {
    @Override
    public double rate(double u) {
      return u + u * u / 2;
    }

    @Override
    public double amplitude(double u) {
      return 1;
    }
  }
}
