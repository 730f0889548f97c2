package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Directed;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * Quasi-hyperbolic momentum: m <- beta m + (1 - beta) g(x), x <- x - eta ((1 - nu) g(x) + nu m)
 * with g = grad f + noise, nu the weight and m = 0 at the start.
 *
 * <p>{@link Sgd} for nu = 0, {@link NormalisedHeavyBall} for nu = 1. Source: J. Ma and D. Yarats,
 * Quasi-hyperbolic momentum and Adam for deep learning, ICLR 2019, equations (3) and (4).
 */
public record QuasiHyperbolic(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum,
    @Parameter(value = "Weight nu of the momentum against the gradient", range = "[0, 1]")
        double weight)
    implements Directed {

  /** Checks the ranges. */
  public QuasiHyperbolic {
    stepSize.check("(0, inf)", "step-size");
    momentum.check("(-1, 1)", "momentum");
    Check.in("[0, 1]", weight, "weight");
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
        this::move,
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
    return 1 - weight * momentum.at(step);
  }

  @Override
  public void kept(double[][] before, long step, int n, double[][] out) {
    Memory.kept(before, weight * momentum.at(step), n, out);
  }

  private void move(
      int n, double[] eta, double[] beta, double[] g, double[] noise, double[] m, double[] x) {
    double nu = weight;
    double rest = 1 - weight;
    for (int i = 0; i < n; i++) {
      double gradient = g[i] + noise[i];
      double average = beta[i] * m[i] + (1 - beta[i]) * gradient;
      m[i] = average;
      x[i] -= eta[i] * (rest * gradient + nu * average);
    }
  }
}
