package org.escapement.dynamics;

import java.util.Arrays;
import org.escapement.model.Batch;
import org.escapement.model.Directed;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/** Stochastic gradient descent: x <- x - eta g(x) with g = grad f + noise. */
public record Sgd(
    @Parameter(value = "Step size eta", unit = "model time", range = "(0, inf)") Schedule stepSize)
    implements Directed {

  /** Checks the ranges. */
  public Sgd {
    stepSize.check("(0, inf)", "step-size");
  }

  @Override
  public int stateDimension(int dimension) {
    return dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    StochasticGradient gradient = new StochasticGradient(objective, noise, draws, lanes);
    if (gradient.laneSamples().isPresent()) {
      return new LaneStepper(
          gradient.laneSamples().get(),
          objective.dimension(),
          1,
          stepSize,
          stepSize,
          (n, eta, beta, g, kick, m, x) -> move(n, eta, g, kick, x),
          lanes);
    }
    return new Descent(gradient, LaneValues.of(stepSize, lanes));
  }

  @Override
  public void gradientBetween(
      double[][] before, double[][] after, long step, int dimension, int n, double[][] out) {
    Retraced.gradient(before, after, 0, 1, -1 / stepSize.at(step), n, out);
  }

  @Override
  public double share(long step) {
    return 1;
  }

  @Override
  public void kept(double[][] before, long step, int n, double[][] out) {
    for (double[] coordinate : out) {
      Arrays.fill(coordinate, 0, n, 0);
    }
  }

  private static void move(int n, double[] eta, double[] g, double[] noise, double[] x) {
    for (int i = 0; i < n; i++) {
      x[i] -= eta[i] * (g[i] + noise[i]);
    }
  }

  private static final class Descent implements Stepper {
    private final StochasticGradient gradient;
    private final LaneValues stepSize;

    Descent(StochasticGradient gradient, LaneValues stepSize) {
      this.gradient = gradient;
      this.stepSize = stepSize;
    }

    @Override
    public void draw(Batch batch) {
      gradient.draw(batch);
    }

    @Override
    public void advance(Batch batch, int phase) {
      double[][] x = batch.state();
      double[][] g = gradient.at(x, batch.size(), phase);
      double[][] noise = gradient.noise(x, batch.size(), phase);
      double[] eta = stepSize.at(batch, phase);
      for (int k = 0; k < batch.dimension(); k++) {
        move(batch.size(), eta, g[k], noise[k], x[k]);
      }
    }
  }
}
