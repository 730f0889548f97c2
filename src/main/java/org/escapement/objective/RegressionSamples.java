package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.random.Draws;

/** Gradients of linear regression at fresh normal inputs and labels. */
final class RegressionSamples implements Samples {
  private final double labelNoise;
  private final Draws draws;

  /** {@code [k]}: the standard deviation sigma_k of input coordinate k. */
  private final double[] deviation;

  /** {@code [k]}: the true w_k. */
  private final double[] solution;

  /**
   * {@code [s][k][phase][i]}: standard normal coordinate k of input s of lane i; its label for k =
   * d.
   */
  private final double[][][][] normal;

  /** {@code [k][i]}: sigma_k (x_k - w_k) of lane i. */
  private final double[][] apart;

  private final double[] residual;

  RegressionSamples(LinearRegression objective, Draws draws, int lanes) {
    int d = objective.dimension();
    this.labelNoise = objective.labelNoise();
    this.draws = draws;
    this.deviation = objective.spectrum().values();
    for (int k = 0; k < d; k++) {
      deviation[k] = Math.sqrt(deviation[k]);
    }
    this.solution = objective.solution().toArray();
    this.normal = new double[objective.batch()][d + 1][Draws.PHASES][lanes];
    this.apart = new double[d][lanes];
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
    for (int k = 0; k < deviation.length; k++) {
      scaleApart(deviation[k], x[k], solution[k], n, apart[k]);
      Loops.fill(0, n, out[k]);
    }
    for (double[][][] sample : normal) {
      add(sample, n, phase, out);
    }
    for (int k = 0; k < deviation.length; k++) {
      Loops.scale(deviation[k] / normal.length, out[k], n, out[k]);
    }
  }

  /** With z_k = a_k / sigma_k: adds z (z.apart - s label). */
  private void add(double[][][] sample, int n, int phase, double[][] out) {
    int d = deviation.length;
    Loops.scale(-labelNoise, sample[d][phase], n, residual);
    for (int k = 0; k < d; k++) {
      addProduct(sample[k][phase], apart[k], n, residual);
    }
    for (int k = 0; k < d; k++) {
      addProduct(sample[k][phase], residual, n, out[k]);
    }
  }

  private static void scaleApart(double factor, double[] x, double from, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = factor * (x[i] - from);
    }
  }

  private static void addProduct(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }
}
