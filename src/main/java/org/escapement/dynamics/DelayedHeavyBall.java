package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Heavy ball with asynchronous gradients: x' = x - eta g(x_{k-tau}) + beta (x - x before), the
 * gradient and its noise taken where the iterate was tau steps ago, x_{-j} = x_0.
 *
 * <p>The state is position, momentum, and the last tau positions, the oldest first.
 *
 * <p>Source: T. Liu, S. Li, J. Shi, E. Zhou, T. Zhao, Towards understanding acceleration tradeoff
 * between momentum and asynchrony in nonconvex stochastic optimization, NeurIPS 2018, arXiv
 * 1806.01660.
 */
public record DelayedHeavyBall(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize,
    @Parameter(value = "Momentum beta", range = "(-1, 1)") Schedule momentum,
    @Parameter(value = "Delay tau of the gradient", unit = "steps", range = "[0, 1000]") int delay)
    implements Dynamics {

  /** Checks the ranges. */
  public DelayedHeavyBall {
    stepSize.check("(0, inf)", "step-size");
    momentum.check("(-1, 1)", "momentum");
    Check.in("[0, 1000]", delay, "delay");
  }

  @Override
  public int stateDimension(int dimension) {
    return (2 + delay) * dimension;
  }

  @Override
  public Vector startState(Vector position) {
    int dimension = position.size();
    double[] state = new double[stateDimension(dimension)];
    for (int k = 0; k < dimension; k++) {
      state[k] = position.at(k);
      for (int j = 2 * dimension + k; j < state.length; j += dimension) {
        state[j] = position.at(k);
      }
    }
    return Vector.of(state);
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    return new Delayed(
        new StochasticGradient(objective, noise, draws, lanes),
        LaneValues.of(stepSize, lanes),
        LaneValues.of(momentum, lanes),
        new double[objective.dimension()][]);
  }

  /** Positions move up in the state as references to their arrays, so that no number is copied. */
  private static final class Delayed implements Stepper {
    private final StochasticGradient gradient;
    private final LaneValues stepSize;
    private final LaneValues momentum;

    /** The arrays of the position where the gradient is taken. */
    private final double[][] past;

    Delayed(
        StochasticGradient gradient, LaneValues stepSize, LaneValues momentum, double[][] past) {
      this.gradient = gradient;
      this.stepSize = stepSize;
      this.momentum = momentum;
      this.past = past;
    }

    @Override
    public void draw(Batch batch) {
      gradient.draw(batch);
    }

    @Override
    public void advance(Batch batch, int phase) {
      int n = batch.size();
      int dimension = past.length;
      double[][] x = batch.state();
      boolean now = x.length == 2 * dimension;
      System.arraycopy(x, now ? 0 : 2 * dimension, past, 0, dimension);
      double[][] g = gradient.at(past, n, phase);
      double[][] noise = gradient.noise(past, n, phase);
      if (!now) {
        remember(x, n);
      }
      double[] eta = stepSize.at(batch, phase);
      double[] beta = momentum.at(batch, phase);
      for (int k = 0; k < dimension; k++) {
        HeavyBall.move(n, eta, beta, g[k], noise[k], x[dimension + k], x[k]);
      }
    }

    /** Forgets the oldest position, whose arrays take a copy of the newest, and keeps the order. */
    private void remember(double[][] x, int n) {
      int dimension = past.length;
      System.arraycopy(x, 3 * dimension, x, 2 * dimension, x.length - 3 * dimension);
      for (int k = 0; k < dimension; k++) {
        System.arraycopy(x[k], 0, past[k], 0, n);
        x[x.length - dimension + k] = past[k];
      }
    }
  }
}
