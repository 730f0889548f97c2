package org.escapement.objective;

import org.escapement.model.Batch;
import org.escapement.model.SampledObjective;
import org.escapement.model.SampledObjective.Samples;
import org.escapement.random.Draws;

/**
 * Gradients of phase retrieval at samples drawn with replacement.
 *
 * <p>Only the copying of each lane's row is scalar, which the compiler leaves it; what is computed
 * with the copies then runs over whole arrays.
 */
final class PhaseSamples implements Samples {
  private final PhaseData data;
  private final Draws draws;
  private final int batch;

  /** {@code [s][phase][i]}: the row of sample s of lane i. */
  private final int[][][] index;

  private final double[][] uniform;

  /** {@code [k][i]}: coordinate k of the row of lane i. */
  private final double[][] row;

  private final double[] target;
  private final double[] factor;

  PhaseSamples(PhaseData data, int batch, Draws draws, int lanes) {
    this.data = data;
    this.draws = draws;
    this.batch = batch;
    this.index = new int[batch][Draws.PHASES][lanes];
    this.uniform = new double[Draws.PHASES][lanes];
    this.row = new double[data.dimension()][lanes];
    this.target = new double[lanes];
    this.factor = new double[lanes];
  }

  @Override
  public void draw(Batch lanes) {
    int n = lanes.size();
    for (int s = 0; s < batch; s++) {
      int slot = SampledObjective.FIRST_SLOT + s;
      draws.uniform(lanes.trajectories(), lanes.steps(), n, slot, uniform);
      for (int phase = 0; phase < Draws.PHASES; phase++) {
        toIndex(data.samples(), uniform[phase], n, index[s][phase]);
      }
    }
  }

  /** u lies in (0, 1) and n u, rounded, may reach n only for n beyond 2^52. */
  private static void toIndex(double samples, double[] uniform, int n, int[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = (int) (samples * uniform[i]);
    }
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    for (int s = 0; s < batch; s++) {
      take(index[s][phase], n);
      project(x, n);
      slope(4.0 / batch, target, n, factor);
      for (int k = 0; k < row.length; k++) {
        if (s == 0) {
          multiply(factor, row[k], n, out[k]);
        } else {
          addProduct(factor, row[k], n, out[k]);
        }
      }
    }
  }

  private void take(int[] sample, int n) {
    for (int k = 0; k < row.length; k++) {
      copy(data.column(k), sample, n, row[k]);
    }
    copy(data.targets(), sample, n, target);
  }

  private static void copy(double[] from, int[] index, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = from[index[i]];
    }
  }

  /** factor[i] becomes a.x_i. */
  private void project(double[][] x, int n) {
    multiply(row[0], x[0], n, factor);
    for (int k = 1; k < row.length; k++) {
      addProduct(row[k], x[k], n, factor);
    }
  }

  private static void multiply(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = a[i] * b[i];
    }
  }

  private static void addProduct(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }

  /** Turns the projections p into scale (p^2 - y) p. */
  private static void slope(double scale, double[] target, int n, double[] p) {
    for (int i = 0; i < n; i++) {
      double q = p[i];
      p[i] = scale * (q * q - target[i]) * q;
    }
  }
}
