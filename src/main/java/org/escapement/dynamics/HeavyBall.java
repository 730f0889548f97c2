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
 * Polyak's heavy ball, not normalised: v <- beta v - eta g(x), x <- x + v with g = grad f + noise
 * and v = 0 at the start. The same as x' = x - eta g(x) + beta (x - x before).
 *
 * <p>Its effective step is eta/(1 - beta).
 *
 * <p>Source: B. T. Polyak, Some methods of speeding up the convergence of iteration methods, USSR
 * Comput. Math. Math. Phys. 4(5), 1964.
 */
public record HeavyBall(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum)
    implements Buffered, Directed {

  /** Checks the ranges. */
  public HeavyBall {
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
        new StochasticGradient(objective, noise, draws, lanes), stepSize, momentum, rule(), lanes);
  }

  @Override
  public void gradientBetween(
      double[][] before, double[][] after, long step, int dimension, int n, double[][] out) {
    Retraced.gradient(before, after, dimension, momentum.at(step), -1 / stepSize.at(step), n, out);
  }

  @Override
  public double share(long step) {
    return 1;
  }

  /** v is -eta times what others keep, with the eta of the step. */
  @Override
  public void kept(double[][] before, long step, int n, double[][] out) {
    Memory.kept(before, -momentum.at(step) / stepSize.at(step), n, out);
  }

  /** v is -eta times it. */
  @Override
  public void buffer(double[][] state, int dimension, int n, double[][] out) {
    double factor = -1 / stepSize.at(0);
    for (int k = 0; k < dimension; k++) {
      for (int i = 0; i < n; i++) {
        out[k][i] = factor * state[dimension + k][i];
      }
    }
  }

  /**
   * Constant parameters have a loop of their own, without two arrays to read: the whole lane-step
   * on the line with Gaussian noise takes 8 % less time.
   */
  private MomentumStepper.Rule rule() {
    if (stepSize.isConstant() && momentum.isConstant()) {
      double constantEta = stepSize.at(0);
      double constantBeta = momentum.at(0);
      return (n, eta, beta, g, noise, m, x) -> move(n, constantEta, constantBeta, g, noise, m, x);
    }
    return HeavyBall::move;
  }

  private static void move(
      int n, double eta, double beta, double[] g, double[] noise, double[] m, double[] x) {
    for (int i = 0; i < n; i++) {
      double v = beta * m[i] - eta * (g[i] + noise[i]);
      m[i] = v;
      x[i] += v;
    }
  }

  static void move(
      int n, double[] eta, double[] beta, double[] g, double[] noise, double[] m, double[] x) {
    for (int i = 0; i < n; i++) {
      double v = beta[i] * m[i] - eta[i] * (g[i] + noise[i]);
      m[i] = v;
      x[i] += v;
    }
  }
}
