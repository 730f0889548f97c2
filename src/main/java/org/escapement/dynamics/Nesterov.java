package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * Nesterov's accelerated gradient: v <- beta v - eta g(x + beta v), x <- x + v with g = grad f +
 * noise and v = 0 at the start.
 *
 * <p>Source: I. Sutskever et al., On the importance of initialization and momentum in deep
 * learning, ICML 2013, equations (3) and (4).
 */
public record Nesterov(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum)
    implements Dynamics {

  /** Checks the ranges. */
  public Nesterov {
    stepSize.check("(0, inf)", "step-size");
    momentum.check("(-1, 1)", "momentum");
  }

  @Override
  public int stateDimension(int dimension) {
    return 2 * dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    return new Accelerated(
        new StochasticGradient(objective, noise, draws, lanes),
        LaneValues.of(stepSize, lanes),
        LaneValues.of(momentum, lanes),
        new double[objective.dimension()][lanes]);
  }

  private static final class Accelerated implements Stepper {
    private final StochasticGradient gradient;
    private final LaneValues stepSize;
    private final LaneValues momentum;

    /** Scratch, {@code [k][i]}: x + beta v. */
    private final double[][] ahead;

    Accelerated(
        StochasticGradient gradient, LaneValues stepSize, LaneValues momentum, double[][] ahead) {
      this.gradient = gradient;
      this.stepSize = stepSize;
      this.momentum = momentum;
      this.ahead = ahead;
    }

    @Override
    public void draw(Batch batch) {
      gradient.draw(batch);
    }

    @Override
    public void advance(Batch batch, int phase) {
      int n = batch.size();
      int dimension = batch.dimension();
      double[][] x = batch.state();
      double[] eta = stepSize.at(batch, phase);
      double[] beta = momentum.at(batch, phase);
      for (int k = 0; k < dimension; k++) {
        lookAhead(n, beta, x[dimension + k], x[k], ahead[k]);
      }
      double[][] g = gradient.at(ahead, n, phase);
      double[][] noise = gradient.noise(ahead, n, phase);
      for (int k = 0; k < dimension; k++) {
        HeavyBall.move(n, eta, beta, g[k], noise[k], x[dimension + k], x[k]);
      }
    }

    private static void lookAhead(int n, double[] beta, double[] v, double[] x, double[] ahead) {
      for (int i = 0; i < n; i++) {
        ahead[i] = x[i] + beta[i] * v[i];
      }
    }
  }
}
