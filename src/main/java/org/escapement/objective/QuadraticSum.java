package org.escapement.objective;

import org.escapement.kernel.Kernels;
import org.escapement.kernel.RowLoops;
import org.escapement.model.Batch;
import org.escapement.model.SampledObjective.LaneSamples;

/** A working copy of a {@link QuadraticForm}, born on one thread; as samples, those of all rows. */
final class QuadraticSum implements LaneSamples {
  private final QuadraticForm form;
  private final RowLoops loops;
  private final int[] all;

  /** Scratch: w - u, and H times it. */
  private final double[] difference;

  private final double[] product;
  private final Transposed w;

  QuadraticSum(QuadraticForm form) {
    this.form = form;
    this.loops = Kernels.best().rows(form.hessian(), 0, form.stride());
    this.all = new int[form.dimension()];
    java.util.Arrays.setAll(all, k -> k);
    this.difference = new double[form.stride()];
    this.product = new double[form.stride()];
    this.w = new Transposed(form.dimension(), form.stride());
  }

  @Override
  public void draw(Batch batch) {}

  @Override
  public int stride() {
    return form.stride();
  }

  @Override
  public void gradient(double[] x, int lane, int phase, double[] out) {
    multiply(x);
    for (int k = 0; k < all.length; k++) {
      out[k] = product[k] + form.gradient(k);
    }
  }

  private void multiply(double[] x) {
    for (int k = 0; k < all.length; k++) {
      difference[k] = x[k] - form.centre(k);
    }
    loops.project(all, 0, all.length, difference, product);
  }

  @Override
  public void gradient(double[][] x, int n, int phase, double[][] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      for (int i = 0; i < tile; i++) {
        gradient(w.row(i), lane + i, phase, w.row(i));
      }
      w.write(lane, tile, out);
    }
  }

  /** {@code out[i]}: the value at x_i; whether no digits have cancelled in any. */
  boolean value(double[][] x, int n, double[] out) {
    boolean good = true;
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(x, lane, tile);
      for (int i = 0; i < tile; i++) {
        double value = value(w.row(i));
        out[lane + i] = value;
        good &= !(value < form.smallest());
      }
    }
    return good;
  }

  private double value(double[] x) {
    multiply(x);
    double sum = form.constant();
    for (int k = 0; k < all.length; k++) {
      sum += difference[k] * (form.gradient(k) + 0.5 * product[k]);
    }
    return sum;
  }

  /** {@code out[k][i]}: H times v_i. */
  void hessianTimes(double[][] v, int n, double[][] out) {
    for (int lane = 0; lane < n; lane += Transposed.LANES) {
      int tile = Math.min(Transposed.LANES, n - lane);
      w.read(v, lane, tile);
      for (int i = 0; i < tile; i++) {
        loops.project(all, 0, all.length, w.row(i), product);
        System.arraycopy(product, 0, w.row(i), 0, all.length);
      }
      w.write(lane, tile, out);
    }
  }
}
