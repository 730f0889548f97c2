package org.escapement.dynamics;

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
 * The modified equation of order 2 of the heavy ball, from step to step: dX = ((1 - delta/2) V -
 * eta/2 grad f) ds, dV = -((delta + delta^2/2 - eta/2 H) V + (1 + delta/2) eta grad f) ds + eta dB
 * with delta = 1 - beta, in which a step takes s = 1, H is the Hessian, and B is of the covariance
 * of the noise on the gradient.
 *
 * <p>Over a fixed time s sqrt(eta) at fixed delta/sqrt(eta) expectations differ by O(eta). Source:
 * Q. Li, C. Tai, W. E, Stochastic modified equations and dynamics of stochastic gradient algorithms
 * I, JMLR 20(40), 2019, theorem 14. The noise of a step is made of the numbers that the heavy ball
 * uses in it; see {@link SmallNoiseRungeKutta}.
 */
public record HeavyBallEquation2(
    @Parameter(value = "Step size eta of the heavy ball", unit = "model time", range = "(0, inf)")
        Schedule stepSize,
    @Parameter(value = "Momentum beta of the heavy ball", range = "(-1, 1)") Schedule momentum,
    @Parameter(value = "Parts in which a step is integrated", range = "[1, 64]", standard = "4")
        int substeps)
    implements Dynamics {

  /** Checks the ranges. */
  public HeavyBallEquation2 {
    stepSize.check("(0, inf)", "step-size");
    momentum.check("(-1, 1)", "momentum");
    Check.in("[1, 64]", substeps, "substeps");
  }

  @Override
  public int stateDimension(int dimension) {
    return 2 * dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    LaneValues eta = LaneValues.of(stepSize, lanes);
    LaneValues beta = LaneValues.of(momentum, lanes);
    ModifiedEquation flow =
        new MomentumFlow(ModifiedEquation.curved(objective), -0.5, eta, beta, lanes);
    return SmallNoiseRungeKutta.of(flow, objective, noise, substeps, draws, lanes);
  }
}
