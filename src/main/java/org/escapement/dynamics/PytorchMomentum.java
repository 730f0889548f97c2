package org.escapement.dynamics;

import org.escapement.model.Buffered;
import org.escapement.model.Directed;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * Momentum as in PyTorch's SGD without dampening: m <- beta m + g(x), x <- x - eta m with g = grad
 * f + noise and m = 0 at the start.
 *
 * <p>The path of {@link HeavyBall} while eta stays the same; differs after a change of eta.
 */
public record PytorchMomentum(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum)
    implements Buffered, Directed {

  /** Checks the ranges. */
  public PytorchMomentum {
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
        PytorchMomentum::move,
        lanes);
  }

  @Override
  public void gradientBetween(
      double[][] before, double[][] after, long step, int dimension, int n, double[][] out) {
    Retraced.gradient(before, after, dimension, momentum.at(step), 1, n, out);
  }

  @Override
  public double share(long step) {
    return 1;
  }

  @Override
  public void kept(double[][] before, long step, int n, double[][] out) {
    Memory.kept(before, momentum.at(step), n, out);
  }

  @Override
  public void buffer(double[][] state, int dimension, int n, double[][] out) {
    for (int k = 0; k < dimension; k++) {
      System.arraycopy(state[dimension + k], 0, out[k], 0, n);
    }
  }

  private static void move(
      int n, double[] eta, double[] beta, double[] g, double[] noise, double[] m, double[] x) {
    for (int i = 0; i < n; i++) {
      double buffer = beta[i] * m[i] + (g[i] + noise[i]);
      m[i] = buffer;
      x[i] -= eta[i] * buffer;
    }
  }
}
