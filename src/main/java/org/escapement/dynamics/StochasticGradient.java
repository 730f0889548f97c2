package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.random.Draws;

/** What an optimiser sees of an objective: its gradient, and the noise to be added to it. */
final class StochasticGradient {
  private final Objective objective;
  private final Kicks noise;
  private final double[][] gradient;

  StochasticGradient(Objective objective, Noise noise, Draws draws, int lanes) {
    int dimension = objective.dimension();
    this.objective = objective;
    this.noise = noise.start(dimension, lanes, draws, 0);
    this.gradient = new double[dimension][lanes];
  }

  void draw(Batch batch) {
    noise.draw(batch);
  }

  /** {@code [k][i]}: df/dx_k at x_i without noise, valid until the next call. */
  double[][] at(double[][] x, int n) {
    objective.gradient(x, n, gradient);
    return gradient;
  }

  /** {@code [k][i]}: the noise on the gradient in the step of this phase. */
  double[][] noise(int phase) {
    return noise.kicks(phase);
  }
}
