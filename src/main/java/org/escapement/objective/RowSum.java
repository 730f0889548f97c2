package org.escapement.objective;

import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;

/**
 * 1/N sum_i l(x_i.w, y_i) over all rows, its gradient and its Hessian. A working copy, born on one
 * thread; as samples, those of a batch of all rows.
 *
 * <p>Rows are added up one after the other, whatever the block in which they are looked at.
 */
final class RowSum implements LaneSamples {
  /** Numbers of a block of rows: 64 kB, which stay near while the lanes take their turns. */
  private static final int BLOCK = 8192;

  private final Rows rows;
  private final PointLoss loss;
  private final RowLoops loops;
  private final int block;
  private final int[] all;
  private final double[] projection;
  private final double[] factor;
  private final Transposed w;
  private final Transposed v;
  private final Transposed sum;

  RowSum(Rows rows, PointLoss loss) {
    int n = rows.count();
    this.rows = rows;
    this.loss = loss;
    this.loops = Kernels.best().rows(rows.values(), Rows.FIRST, rows.stride());
    this.block = Math.max(8, BLOCK / rows.stride());
    this.all = new int[n];
    java.util.Arrays.setAll(all, i -> i);
    this.projection = new double[n];
    this.factor = new double[n];
    this.w = new Transposed(rows.dimension(), rows.stride());
    this.v = new Transposed(rows.dimension(), rows.stride());
    this.sum = new Transposed(rows.dimension(), rows.stride());
  }

  @Override
  public void draw(Batch batch) {}

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    gradient(x, n, out);
  }

  @Override
  public int stride() {
    return rows.stride();
  }

  @Override
  public void gradient(double[] x, int lane, int phase, double[] out) {
    java.util.Arrays.fill(out, 0);
    for (int first = 0; first < rows.count(); first += block) {
      addSlopes(x, first, Math.min(block, rows.count() - first), out);
    }
    addRidge(x, out);
  }

  private void addRidge(Transposed of, int lanes) {
    for (int i = 0; i < lanes; i++) {
      addRidge(of.row(i), sum.row(i));
    }
  }

  private void addRidge(double[] x, double[] out) {
    if (loss.ridge() > 0) {
      Loops.addScaled(loss.ridge(), x, x.length, out);
    }
  }

  /** Of n lanes at a time, at most {@link Transposed#LANES}, a block of rows. */
  private interface Block {
    void run(int lane, int first, int count);
  }

  private void forBlocks(int lanes, Block body) {
    for (int first = 0; first < rows.count(); first += block) {
      int count = Math.min(block, rows.count() - first);
      for (int i = 0; i < lanes; i++) {
        body.run(i, first, count);
      }
    }
  }

  /** Replaces the projections of some rows by what is to be averaged. */
  private interface OfRows {
    void replace(double[] projection, double[] target, int first, int count);
  }

  /** {@code out[i]}: the mean loss at x_i. */
  void value(double[][] x, int n, double[] out) {
    mean(x, n, loss::losses, out);
    for (int k = 0; k < rows.dimension() && loss.ridge() > 0; k++) {
      Loops.addSquare(0.5 * loss.ridge(), x[k], n, out);
    }
  }

  /** {@code out[i]}: the share of rows whose projection on x_i has the sign of the target. */
  void signsRight(double[][] x, int n, double[] out) {
    mean(x, n, RowSum::right, out);
  }

  private static void right(double[] projection, double[] target, int first, int count) {
    for (int j = first; j < first + count; j++) {
      projection[j] = target[j] * projection[j] > 0 ? 1 : 0;
    }
  }

  private void mean(double[][] x, int n, OfRows what, double[] out) {
    Loops.fill(0, n, out);
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      int from = lane;
      w.read(x, lane, tile);
      forBlocks(tile, (i, first, count) -> add(what, w.row(i), first, count, out, from + i));
    }
    for (int i = 0; i < n; i++) {
      out[i] /= rows.count();
    }
  }

  private void add(OfRows what, double[] x, int first, int count, double[] out, int lane) {
    loops.project(all, first, count, x, projection);
    what.replace(projection, rows.targets(), first, count);
    double total = out[lane];
    for (int j = first; j < first + count; j++) {
      total += projection[j];
    }
    out[lane] = total;
  }

  /** {@code out[k][i]}: the gradient at x_i. */
  void gradient(double[][] x, int n, double[][] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      sum.clear();
      forBlocks(tile, (i, first, count) -> addSlopes(w.row(i), first, count, sum.row(i)));
      addRidge(w, tile);
      sum.write(lane, tile, out);
    }
  }

  private void addSlopes(double[] x, int first, int count, double[] out) {
    loops.project(all, first, count, x, projection);
    loss.slopes(projection, rows.targets(), first, count);
    for (int j = first; j < first + count; j++) {
      projection[j] /= rows.count();
    }
    loops.add(all, first, count, projection, out);
  }

  /** {@code out[k][i]}: the Hessian at x_i times y_i. */
  void hessianTimes(double[][] x, double[][] y, int n, double[][] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      v.read(y, lane, tile);
      sum.clear();
      forBlocks(tile, (i, first, count) -> addBends(i, first, count));
      addRidge(v, tile);
      sum.write(lane, tile, out);
    }
  }

  private void addBends(int i, int first, int count) {
    loops.project(all, first, count, w.row(i), projection);
    loss.curvatures(projection, rows.targets(), first, count);
    loops.project(all, first, count, v.row(i), factor);
    for (int j = first; j < first + count; j++) {
      factor[j] *= projection[j] / rows.count();
    }
    loops.add(all, first, count, factor, sum.row(i));
  }
}
