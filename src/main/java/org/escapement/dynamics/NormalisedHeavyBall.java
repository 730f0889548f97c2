package org.escapement.dynamics;

import org.escapement.model.Directed;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * Heavy ball on an exponential moving average of gradients: m <- beta m + (1 - beta) g(x), x <- x -
 * eta m with g = grad f + noise and m = 0 at the start.
 *
 * <p>For constant parameters the path of {@link HeavyBall} with step size eta (1 - beta).
 */
public record NormalisedHeavyBall(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum)
    implements Directed {

  /** Checks the ranges. */
  public NormalisedHeavyBall {
    stepSize.check("(0, inf)", "step-size");
    momentum.check("(-1, 1)", "momentum");
  }

  @Override
  public int stateDimension(int dimension) {
    return 2 * dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    return MomentumStepper.of(
        new StochasticGradient(objective, noise, draws, lanes),
        stepSize,
        momentum,
        NormalisedHeavyBall::move,
        lanes);
  }

  @Override
  public void gradientBetween(
      double[][] before, double[][] after, long step, int dimension, int n, double[][] out) {
    Retraced.gradient(
        before, after, dimension, momentum.at(step), 1 / (1 - momentum.at(step)), n, out);
  }

  @Override
  public double share(long step) {
    return 1 - momentum.at(step);
  }

  @Override
  public void kept(double[][] before, long step, int n, double[][] out) {
    Memory.kept(before, momentum.at(step), n, out);
  }

  private static void move(
      int n, double[] eta, double[] beta, double[] g, double[] noise, double[] m, double[] x) {
    for (int i = 0; i < n; i++) {
      double average = beta[i] * m[i] + (1 - beta[i]) * (g[i] + noise[i]);
      m[i] = average;
      x[i] -= eta[i] * average;
    }
  }
}
