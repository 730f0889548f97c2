package org.escapement.network;

import java.util.Arrays;
import org.escapement.data.Rows;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;
import org.escapement.objective.Transposed;

/**
 * The mean loss over all rows, its gradient, its Hessian, and the share of rows that are right. A
 * working copy, born on one thread; as samples, those of a batch of all rows.
 */
final class WholeSum implements LaneSamples {
  private final Rows rows;
  private final Layers layers;
  private final Passes passes;
  private final Gradient gradient;
  private final int[] all;
  private final double[] losses = new double[Passes.BLOCK];

  WholeSum(Rows rows, Layers layers, Passes passes) {
    this.rows = rows;
    this.layers = layers;
    this.passes = passes;
    this.gradient = new Gradient(layers, passes);
    this.all = new int[rows.count()];
    Arrays.setAll(all, i -> i);
  }

  @Override
  public void draw(Batch batch) {}

  @Override
  public int stride() {
    return layers.stride();
  }

  @Override
  public void gradient(double[] x, int lane, int phase, double[] out) {
    gradient.at(x, all, 0, all.length, out);
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    gradient(x, n, out);
  }

  /** Does something with the rows of n lanes, at most {@link Transposed#LANES}, from one on. */
  private interface Tile {
    void run(int first, int n);
  }

  private static void forTiles(int n, Tile tile) {
    for (int first = 0; first < n; first += Transposed.LANES) {
      tile.run(first, Math.min(Transposed.LANES, n - first));
    }
  }

  private Transposed lanes() {
    return new Transposed(layers.dimension(), stride());
  }

  /** {@code out[k][i]}: the gradient at x_i. */
  void gradient(double[][] x, int n, double[][] out) {
    Transposed w = lanes();
    Transposed g = lanes();
    forTiles(
        n,
        (first, tile) -> {
          w.read(x, first, tile);
          for (int i = 0; i < tile; i++) {
            gradient(w.row(i), i, 0, g.row(i));
          }
          g.write(first, tile, out);
        });
  }

  /** {@code out[k][i]}: the Hessian at x_i times y_i. */
  void hessianTimes(double[][] x, double[][] y, int n, double[][] out) {
    Curvature curvature = new Curvature(layers, passes);
    Transposed w = lanes();
    Transposed v = lanes();
    Transposed product = lanes();
    forTiles(
        n,
        (first, tile) -> {
          w.read(x, first, tile);
          v.read(y, first, tile);
          for (int i = 0; i < tile; i++) {
            curvature.times(w.row(i), v.row(i), all, all.length, product.row(i));
          }
          product.write(first, tile, out);
        });
  }

  /** {@code out[i]}: the mean loss at x_i. */
  void value(double[][] x, int n, double[] out) {
    mean(x, n, out, this::blockLoss);
  }

  /** {@code out[i]}: the share of rows that are right at x_i. */
  void accuracy(double[][] x, int n, double[] out) {
    mean(x, n, out, passes::right);
  }

  private interface BlockSum {
    double added(double sum);
  }

  /** {@code out[i]}: the sum over all blocks of rows, over the number of rows. */
  private void mean(double[][] x, int n, double[] out, BlockSum sum) {
    Transposed w = lanes();
    forTiles(
        n,
        (first, tile) -> {
          w.read(x, first, tile);
          for (int i = 0; i < tile; i++) {
            passes.take(w.row(i));
            double total = 0;
            for (int done = 0; done < all.length; done += Passes.BLOCK) {
              passes.forward(all, done, Math.min(Passes.BLOCK, all.length - done));
              total = sum.added(total);
            }
            out[first + i] = total / rows.count();
          }
        });
  }

  private double blockLoss(double sum) {
    int last = layers.last();
    passes
        .loss()
        .losses(passes.output(last), layers.columns(last), passes.target(), passes.count(), losses);
    double total = sum;
    for (int i = 0; i < passes.count(); i++) {
      total += losses[i];
    }
    return total;
  }
}
