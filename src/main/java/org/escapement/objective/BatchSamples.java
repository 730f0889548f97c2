package org.escapement.objective;

import org.escapement.data.Batches;
import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.Samples;

/**
 * Gradients of 1/N sum_i l(x_i.w, y_i) at batches of rows: 1/b sum_j l'(x_j.w, y_j) x_j, j over the
 * batch in its order.
 */
final class BatchSamples implements Samples {
  /** A coordinate of a row costs an eighth of a coordinate-step on the line. */
  private static final double COST = 0.125;

  private final Rows rows;
  private final RowLoops loops;
  private final Batches batches;
  private final int batch;
  private final PointLoss loss;

  /** Of the lanes that are looked at, then their gradients. */
  private final Transposed w;

  /** {@code [i * b + j]}: x_j.w of row j of lane i, then the slope there over b. */
  private final double[] projection;

  private final double[] target;

  BatchSamples(Rows rows, Batches batches, int batch, int lanes, PointLoss loss) {
    this.rows = rows;
    this.loops = Kernels.best().rows(rows.values(), rows.stride());
    this.batches = batches;
    this.batch = batch;
    this.loss = loss;
    this.w = new Transposed(rows.dimension(), rows.stride());
    this.projection = new double[lanes * batch];
    this.target = new double[lanes * batch];
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
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      for (int i = 0; i < tile; i++) {
        gradient(index, (lane + i) * batch, w.at(i));
      }
      w.write(lane, tile, out);
    }
  }

  /** Of the batch that begins there, in the place of w. */
  private void gradient(int[] index, int first, int at) {
    loops.project(index, first, batch, w.values(), at, projection);
    for (int j = first; j < first + batch; j++) {
      target[j] = rows.targets()[index[j]];
    }
    loss.slopes(projection, target, first, batch);
    for (int j = first; j < first + batch; j++) {
      projection[j] /= batch;
    }
    loops.combine(index, first, batch, projection, w.values(), at);
  }
}
