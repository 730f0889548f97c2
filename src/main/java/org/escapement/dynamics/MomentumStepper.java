package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.LaneValues;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;

/**
 * Moves (position, momentum) by an update rule that sees the gradient at the position; coordinate
 * dimension + k of the state is the momentum of coordinate k.
 */
final class MomentumStepper implements Stepper {
  private final StochasticGradient gradient;

  /** eta at each lane's step. */
  private final LaneValues stepSize;

  /** beta at each lane's step. */
  private final LaneValues momentum;

  private final Rule rule;

  /** The one that suits the objective. */
  static Stepper of(
      StochasticGradient gradient, Schedule stepSize, Schedule momentum, Rule rule, int lanes) {
    if (gradient.laneSamples().isPresent()) {
      LaneSamples samples = gradient.laneSamples().get();
      return new LaneStepper(samples, gradient.dimension(), 2, stepSize, momentum, rule, lanes);
    }
    return new MomentumStepper(
        gradient, LaneValues.of(stepSize, lanes), LaneValues.of(momentum, lanes), rule);
  }

  private MomentumStepper(
      StochasticGradient gradient, LaneValues stepSize, LaneValues momentum, Rule rule) {
    this.gradient = gradient;
    this.stepSize = stepSize;
    this.momentum = momentum;
    this.rule = rule;
  }

  /** One step of one coordinate of n lanes: changes x and the momentum m. */
  interface Rule {
    void move(
        int n, double[] eta, double[] beta, double[] g, double[] noise, double[] m, double[] x);
  }

  @Override
  public void draw(Batch batch) {
    gradient.draw(batch);
  }

  @Override
  public void advance(Batch batch, int phase) {
    double[][] x = batch.state();
    int dimension = batch.dimension();
    double[][] g = gradient.at(x, batch.size(), phase);
    double[][] noise = gradient.noise(x, batch.size(), phase);
    double[] eta = stepSize.at(batch, phase);
    double[] beta = momentum.at(batch, phase);
    for (int k = 0; k < dimension; k++) {
      rule.move(batch.size(), eta, beta, g[k], noise[k], x[dimension + k], x[k]);
    }
  }
}
