package org.escapement.objective;

import org.escapement.data.Batches;
import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;

/**
 * Gradients of 1/N sum_i l(x_i.w, y_i) at batches of rows: 1/b sum_j l'(x_j.w, y_j) x_j, j over the
 * batch in its order.
 */
final class BatchSamples implements LaneSamples {
  /** A coordinate of a row costs an eighth of a coordinate-step on the line. */
  private static final double COST = 0.125;

  private final Rows rows;
  private final RowLoops loops;
  private final Batches batches;
  private final int batch;
  private final PointLoss loss;

  /** Of the lanes that are looked at, and their gradients. */
  private final Transposed w;

  private final Transposed g;

  /** {@code [i * b + j]}: x_j.w of row j of lane i, then the slope there over b. */
  private final double[] projection;

  private final double[] target;

  BatchSamples(Rows rows, Batches batches, int batch, int lanes, PointLoss loss) {
    this.rows = rows;
    this.loops = Kernels.best().rows(rows.values(), Rows.FIRST, rows.stride());
    this.batches = batches;
    this.batch = batch;
    this.loss = loss;
    this.w = new Transposed(rows.dimension(), rows.stride());
    this.g = new Transposed(rows.dimension(), rows.stride());
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
    if (rows.count() == 0) {
      throw new IllegalArgumentException("data must have rows, got none");
    }
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
  public int stride() {
    return rows.stride();
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      for (int i = 0; i < tile; i++) {
        gradient(w.row(i), lane + i, phase, g.row(i));
      }
      g.write(lane, tile, out);
    }
  }

  @Override
  public void gradient(double[] x, int lane, int phase, double[] out) {
    int[] index = batches.at(phase);
    int first = lane * batch;
    loops.project(index, first, batch, x, projection);
    for (int j = first; j < first + batch; j++) {
      target[j] = rows.targets()[index[j]];
    }
    loss.slopes(projection, target, first, batch);
    for (int j = first; j < first + batch; j++) {
      projection[j] /= batch;
    }
    loops.combine(index, first, batch, projection, out);
    if (loss.ridge() > 0) {
      Loops.addScaled(loss.ridge(), x, x.length, out);
    }
  }
}
