package org.escapement.objective;

import org.escapement.data.Batches;
import org.escapement.data.Rows;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;

/**
 * Gradients of 1/N sum_i l(x_i.w, y_i) at batches of rows: 1/b sum_j l'(x_j.w, y_j) x_j, j over the
 * batch in its order.
 */
final class BatchSamples implements Samples {
  private final Rows rows;
  private final Batches batches;
  private final int batch;
  private final Slope slope;
  private final double[] w;
  private final double[] projection;
  private final double[] target;
  private final double[] sum;

  /** A coordinate of a row costs an eighth of a coordinate-step on the line. */
  private static final double COST = 0.125;

  /** l' of projection and target. */
  interface Slope {
    /** Turns the first n projections into slopes. */
    void apply(double[] projection, double[] target, int n);
  }

  BatchSamples(Rows rows, Batches batches, int batch, int lanes, Slope slope) {
    this.rows = rows;
    this.batches = batches;
    this.batch = batch;
    this.slope = slope;
    this.w = new double[rows.stride()];
    this.projection = new double[batch];
    this.target = new double[batch];
    this.sum = new double[rows.stride()];
  }

  /** What a step with a batch costs, in coordinate-steps. */
  static double cost(int dimension, int batch) {
    return dimension * (1 + COST * batch);
  }

  /**
   * Nothing if there are rows enough.
   *
   * @throws IllegalArgumentException otherwise
   */
  static void checkBatch(int batch, Rows rows) {
    if (batch > rows.count()) {
      throw new IllegalArgumentException(
          "batch must be at most the number of rows, %d, got %d".formatted(rows.count(), batch));
    }
  }

  @Override
  public void draw(Batch lanes) {
    batches.draw(lanes);
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    int[] index = batches.at(phase);
    for (int lane = 0; lane < n; lane++) {
      for (int k = 0; k < rows.dimension(); k++) {
        w[k] = x[k][lane];
      }
      gradient(index, lane * batch);
      for (int k = 0; k < rows.dimension(); k++) {
        out[k][lane] = sum[k];
      }
    }
  }

  /** Of the batch that begins there, at w, into sum. */
  private void gradient(int[] index, int first) {
    for (int j = 0; j < batch; j++) {
      target[j] = rows.targets()[index[first + j]];
      projection[j] = dot(index[first + j] * rows.stride());
    }
    slope.apply(projection, target, batch);
    java.util.Arrays.fill(sum, 0);
    for (int j = 0; j < batch; j++) {
      add(projection[j] / batch, index[first + j] * rows.stride());
    }
  }

  private double dot(int from) {
    double dot = 0;
    for (int k = 0; k < w.length; k++) {
      dot += rows.values()[from + k] * w[k];
    }
    return dot;
  }

  private void add(double factor, int from) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * rows.values()[from + k];
    }
  }
}
