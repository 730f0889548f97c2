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
 * The modified equation of order 1 of the heavy ball and of Nesterov's momentum, from step to step:
 * dX = V ds, dV = -((1 - beta) V + eta grad f(X)) ds + eta dB, in which a step takes s = 1, and B
 * is of the covariance of the noise on the gradient.
 *
 * <p>With t = s sqrt(eta) and friction (1 - beta)/sqrt(eta) it is dX = V dt, dV = -(friction V +
 * grad f) dt + eta^(1/4) dB, and over a fixed t at fixed friction expectations differ by
 * O(sqrt(eta)). Source: Q. Li, C. Tai, W. E, Stochastic modified equations and dynamics of
 * stochastic gradient algorithms I, JMLR 20(40), 2019, section 4.2. The noise of a step is made of
 * the numbers that the heavy ball uses in it; see {@link SmallNoiseRungeKutta}.
 */
public record HeavyBallEquation1(
    @Parameter(value = "Step size eta of the heavy ball", unit = "model time", range = "(0, inf)")
        Schedule stepSize,
    @Parameter(value = "Momentum beta of the heavy ball", range = "(-1, 1)") Schedule momentum,
    @Parameter(value = "Parts in which a step is integrated", range = "[1, 64]", standard = "4")
        int substeps)
    implements Dynamics {

  /** Checks the ranges. */
  public HeavyBallEquation1 {
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
    ModifiedEquation flow = new MomentumFlow(objective, eta, beta, lanes);
    return SmallNoiseRungeKutta.of(flow, objective, noise, substeps, draws, lanes);
  }
}
