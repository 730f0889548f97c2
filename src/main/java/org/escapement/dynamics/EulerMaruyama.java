package org.escapement.dynamics;

import java.util.List;
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
 * Euler's scheme for dX = -grad f(X) dt + dL: x <- x - h grad f(x) + sum over the parts of the
 * noise of h^(1/index) times its kick.
 *
 * <p>The noise is the law of the driving process at time 1: a Gaussian of scale sigma drives by
 * sigma times Brownian motion, a stable law by the stable process. Weak order 1 for Gaussian noise
 * (Kloeden and Platen, Numerical Solution of Stochastic Differential Equations, 1992, section
 * 14.1).
 */
public record EulerMaruyama(
    @Parameter(value = "Time step h", unit = "model time", range = "(0, inf)") Schedule stepSize)
    implements Dynamics {

  /** Checks the ranges. */
  public EulerMaruyama {
    stepSize.check("(0, inf)", "step-size");
  }

  @Override
  public int stateDimension(int dimension) {
    return dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    int dimension = objective.dimension();
    return new Diffusion(
        objective,
        LaneValues.of(stepSize, lanes),
        DrivingNoise.of(noise, stepSize, dimension, draws, lanes),
        new double[dimension][lanes]);
  }

  private static final class Diffusion implements Stepper {
    private final Objective objective;
    private final LaneValues stepSize;
    private final List<DrivingNoise> noise;

    /** Scratch, {@code [k][i]}. */
    private final double[][] gradient;

    Diffusion(
        Objective objective, LaneValues stepSize, List<DrivingNoise> noise, double[][] gradient) {
      this.objective = objective;
      this.stepSize = stepSize;
      this.noise = noise;
      this.gradient = gradient;
    }

    @Override
    public void draw(Batch batch) {
      noise.forEach(part -> part.draw(batch));
    }

    @Override
    public void advance(Batch batch, int phase) {
      int n = batch.size();
      double[][] x = batch.state();
      noise.forEach(part -> part.take(batch, phase));
      objective.gradient(x, n, gradient);
      double[] h = stepSize.at(batch, phase);
      for (int k = 0; k < batch.dimension(); k++) {
        descend(n, h, gradient[k], x[k]);
        for (DrivingNoise part : noise) {
          part.addTo(x[k], k, n);
        }
      }
    }

    private static void descend(int n, double[] h, double[] g, double[] x) {
      for (int i = 0; i < n; i++) {
        x[i] -= h[i] * g[i];
      }
    }
  }
}
