package org.escapement.dynamics;

import org.escapement.model.Batch;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.SampledObjective;
import org.escapement.model.Stepper;
import org.escapement.random.Draws;

/**
 * Integrates a modified equation from step to step, each step in equal parts, by the method of
 * Runge and Kutta with the noise of each part in its last two stages.
 *
 * <p>With h the step size over the number of parts, its weak error is O(h^4) without noise and with
 * noise of variance eta per time O(eta h^2), or O(eta h^2 + eta^2 h) when the amplitude depends on
 * the state, which is taken half-way along the drift: one order in eta beyond the error of any
 * equation of order 2, and smaller with more parts. Source: G. N. Milstein and M. V. Tretyakov,
 * Numerical methods in the weak sense for stochastic differential equations with small noise, SIAM
 * J. Numer. Anal. 34(6), 1997.
 */
final class SmallNoiseRungeKutta implements Stepper {
  private final ModifiedEquation equation;
  private final BridgedKicks kicks;
  private final int parts;

  /** Scratch, {@code [j][i]}: the drift at a stage, the stages' weighted sum, where a stage is. */
  private final double[][] drift;

  private final double[][] sum;
  private final double[][] stage;

  /** Scratch, {@code [k][i]}: the change by noise in a part of a step. */
  private final double[][] noise;

  private SmallNoiseRungeKutta(
      ModifiedEquation equation, BridgedKicks kicks, int parts, int dimension, int lanes) {
    int coordinates = equation.firstKicked() + dimension;
    this.equation = equation;
    this.kicks = kicks;
    this.parts = parts;
    this.drift = new double[coordinates][lanes];
    this.sum = new double[coordinates][lanes];
    this.stage = new double[coordinates][lanes];
    this.noise = new double[dimension][lanes];
  }

  /**
   * The integrator of an equation.
   *
   * @throws IllegalArgumentException when the covariance of the gradient is not known
   */
  static Stepper of(
      ModifiedEquation equation,
      Objective objective,
      Noise noise,
      int parts,
      Draws draws,
      int lanes) {
    if (objective instanceof SampledObjective) {
      throw new IllegalArgumentException(
          "a modified equation needs the covariance of the gradient, which this objective only"
              + " samples; got "
              + objective);
    }
    int dimension = objective.dimension();
    BridgedKicks kicks = new BridgedKicks(noise, dimension, parts, draws, lanes);
    return new SmallNoiseRungeKutta(equation, kicks, parts, dimension, lanes);
  }

  @Override
  public void draw(Batch batch) {
    kicks.draw(batch);
  }

  @Override
  public void advance(Batch batch, int phase) {
    equation.prepare(batch, phase);
    for (int part = 0; part < parts; part++) {
      move(batch.state(), batch.size(), phase, part);
    }
  }

  private void move(double[][] z, int n, int phase, int part) {
    double h = 1.0 / parts;
    equation.drift(z, n, sum);
    place(z, h / 2, sum, n);
    kicks.increment(phase, part, stage, n, noise);
    equation.amplify(stage, n, noise);
    equation.drift(stage, n, drift);
    addScaled(2, drift, n, sum);
    place(z, h / 2, drift, n);
    addNoise(n, stage);
    equation.drift(stage, n, drift);
    addScaled(2, drift, n, sum);
    place(z, h, drift, n);
    addNoise(n, stage);
    equation.drift(stage, n, drift);
    addScaled(1, drift, n, sum);
    addScaled(h / 6, sum, n, z);
    addNoise(n, z);
  }

  /** The next stage: z + time slope. */
  private void place(double[][] z, double time, double[][] slope, int n) {
    for (int j = 0; j < stage.length; j++) {
      place(z[j], time, slope[j], n, stage[j]);
    }
  }

  private static void place(double[] z, double time, double[] slope, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = z[i] + time * slope[i];
    }
  }

  private void addNoise(int n, double[][] out) {
    int first = equation.firstKicked();
    for (int k = 0; k < noise.length; k++) {
      addScaled(1, noise[k], n, out[first + k]);
    }
  }

  private static void addScaled(double factor, double[][] x, int n, double[][] out) {
    for (int j = 0; j < x.length; j++) {
      addScaled(factor, x[j], n, out[j]);
    }
  }

  private static void addScaled(double factor, double[] x, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * x[i];
    }
  }
}
