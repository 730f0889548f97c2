package org.escapement.objective;

import org.escapement.data.Batches;
import org.escapement.data.Rows;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;

/**
 * The gradients of {@link BatchSamples} where batches are small: each row of all lanes is copied
 * into columns, which is scalar work, and what is computed with them runs over whole arrays.
 */
final class GatheredSamples implements Samples {
  /** Up to so many numbers in a batch that is faster than loops over rows, by measurement. */
  static final int MOST = 40;

  private final Rows rows;
  private final Batches batches;
  private final int batch;
  private final PointLoss loss;

  /** Where in the data the row of lane i begins. */
  private final int[] begin;

  /** {@code [k][i]}: coordinate k of the row of lane i. */
  private final double[][] row;

  private final double[] target;
  private final double[] factor;

  GatheredSamples(Rows rows, Batches batches, int batch, int lanes, PointLoss loss) {
    this.rows = rows;
    this.batches = batches;
    this.batch = batch;
    this.loss = loss;
    this.begin = new int[lanes];
    this.row = new double[rows.dimension()][lanes];
    this.target = new double[lanes];
    this.factor = new double[lanes];
  }

  @Override
  public void draw(Batch lanes) {
    batches.draw(lanes);
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    for (int k = 0; k < row.length; k++) {
      Loops.scale(loss.ridge(), x[k], n, out[k]);
    }
    for (int j = 0; j < batch; j++) {
      take(batches.at(phase), j, n);
      project(x, n);
      loss.slopes(factor, target, 0, n);
      Loops.scale(1.0 / batch, factor, n, factor);
      for (int k = 0; k < row.length; k++) {
        addProduct(factor, row[k], n, out[k]);
      }
    }
  }

  private void take(int[] index, int j, int n) {
    for (int i = 0; i < n; i++) {
      int number = index[i * batch + j];
      begin[i] = Rows.FIRST + number * rows.stride();
      target[i] = rows.targets()[number];
    }
    for (int k = 0; k < row.length; k++) {
      copy(rows.values(), begin, k, n, row[k]);
    }
  }

  private static void copy(double[] from, int[] begin, int k, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] = from[begin[i] + k];
    }
  }

  /** factor[i] becomes the projection of x_i on its row. */
  private void project(double[][] x, int n) {
    Loops.fill(0, n, factor);
    for (int k = 0; k < row.length; k++) {
      addProduct(row[k], x[k], n, factor);
    }
  }

  private static void addProduct(double[] a, double[] b, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] += a[i] * b[i];
    }
  }
}
