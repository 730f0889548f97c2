package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.random.Draws;

/** Gradients of linear regression at fresh normal inputs and labels. */
final class RegressionSamples implements Samples {
  private final LinearRegression objective;
  private final Draws draws;

  /**
   * {@code [s][k][phase][i]}: standard normal coordinate k of input s of lane i; its label for k =
   * d.
   */
  private final double[][][][] normal;

  private final double[] residual;

  RegressionSamples(LinearRegression objective, Draws draws, int lanes) {
    this.objective = objective;
    this.draws = draws;
    this.normal = new double[objective.batch()][objective.dimension() + 1][Draws.PHASES][lanes];
    this.residual = new double[lanes];
  }

  @Override
  public void draw(Batch batch) {
    int slot = SampledObjective.FIRST_SLOT;
    for (double[][][] sample : normal) {
      for (double[][] out : sample) {
        draws.normal(batch.trajectories(), batch.steps(), batch.size(), slot++, out);
      }
    }
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    for (int k = 0; k < objective.dimension(); k++) {
      Loops.fill(0, n, out[k]);
    }
    for (double[][][] sample : normal) {
      add(sample, x, n, phase, out);
    }
  }

  /** With z = a / sigma: adds sigma/b z (sigma z.x - s label). */
  private void add(double[][][] sample, double[][] x, int n, int phase, double[][] out) {
    int d = objective.dimension();
    double share = objective.inputScale() / objective.batch();
    Loops.scale(-share * objective.labelNoise(), sample[d][phase], n, residual);
    for (int k = 0; k < d; k++) {
      addProduct(share * objective.inputScale(), sample[k][phase], x[k], n, residual);
    }
    for (int k = 0; k < d; k++) {
      addProduct(1, sample[k][phase], residual, n, out[k]);
    }
  }

  private static void addProduct(double factor, double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += factor * (a[i] * b[i]);
    }
  }
}
