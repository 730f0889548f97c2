package org.escapement.objective;

import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.Scattered.Scatter;

/** Mean and variance of the gradient at a batch of rows about the whole one. */
final class RowScatter implements Scatter {
  private final Rows rows;
  private final PointLoss loss;
  private final RowLoops loops;
  private final double factor;
  private final int[] all;
  private final double[] slope;
  private final double[] along;
  private final Transposed w;
  private final Transposed v;

  RowScatter(BatchedSum sum) {
    this.rows = sum.rows();
    this.loss = sum.loss().get();
    this.loops = Kernels.best().rows(rows.values(), Rows.FIRST, rows.stride());
    this.factor = sum.isExact() ? 0 : sum.varianceFactor();
    this.all = new int[rows.count()];
    java.util.Arrays.setAll(all, i -> i);
    this.slope = new double[rows.count()];
    this.along = new double[rows.count()];
    this.w = new Transposed(rows.dimension(), rows.stride());
    this.v = new Transposed(rows.dimension(), rows.stride());
  }

  /** The rows are the same for all trajectories. */
  @Override
  public void follow(Batch batch) {}

  @Override
  public void mean(int n, double[][] out) {
    for (double[] coordinate : out) {
      Loops.fill(0, n, coordinate);
    }
  }

  @Override
  public void variance(double[][] x, double[][] direction, int n, double[] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      v.read(direction, lane, tile);
      for (int i = 0; i < tile; i++) {
        out[lane + i] = factor == 0 ? 0 : factor * variance(w.row(i), v.row(i));
      }
    }
  }

  /** Of the slope of one row along the direction, all rows equally likely. */
  private double variance(double[] x, double[] direction) {
    int n = rows.count();
    loops.project(all, 0, n, x, slope);
    loss.slopes(slope, rows.targets(), 0, n);
    loops.project(all, 0, n, direction, along);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double gradient = slope[i] * along[i];
      sum += gradient;
      squares += gradient * gradient;
    }
    return squares / n - sum / n * (sum / n);
  }
}
