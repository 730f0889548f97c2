package org.escapement.network;

import java.util.Arrays;

/**
 * The Hessian of the mean loss of some rows times a direction, exactly: how backpropagation changes
 * when the weights move along the direction. A working copy, born on one thread.
 *
 * <p>Source: B. A. Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6(1),
 * 1994: the operator R{.} applied to both passes.
 */
final class Curvature {
  private final Layers layers;
  private final Passes passes;
  private final Matrices direction;

  /** {@code [l]}: the transposed direction of all layers but the first. */
  private final double[][] transposed;

  private final Matrices sum;

  /** {@code [l]}: how the outputs of layer l change. */
  private final double[][] output;

  /** {@code [l]}: how the derivatives with respect to what layer l's sigma sees change. */
  private final double[][] slope;

  Curvature(Layers layers, Passes passes) {
    this.layers = layers;
    this.passes = passes;
    this.direction = new Matrices(layers);
    this.sum = new Matrices(layers);
    this.output = Passes.blocks(layers, passes.block());
    this.slope = Passes.blocks(layers, passes.block());
    this.transposed = new double[layers.count()][];
    for (int l = 1; l < layers.count(); l++) {
      transposed[l] = new double[layers.columns(l) * layers.columns(l - 1)];
    }
  }

  /** The Hessian at w over the first rows of the list, times v. */
  void times(double[] w, double[] v, int[] index, int count, double[] out) {
    passes.take(w);
    direction.take(v);
    for (int l = 1; l < layers.count(); l++) {
      direction.transpose(l, transposed[l]);
    }
    sum.clear();
    for (int done = 0; done < count; done += Passes.BLOCK) {
      passes.forward(index, done, Math.min(Passes.BLOCK, count - done));
      forward();
      lastSlopes(count);
      back();
    }
    sum.bring(out);
  }

  private void forward() {
    for (int l = 0; l < layers.count(); l++) {
      int columns = layers.columns(l);
      int n = passes.count();
      for (int i = 0; i < n; i++) {
        System.arraycopy(direction.bias(l), 0, output[l], i * columns, columns);
      }
      add(passes.input(l), passes.begin(l), layers.in(l), direction.matrix(l), columns, output[l]);
      if (l > 0) {
        add(
            output[l - 1],
            passes.begin(l),
            layers.in(l),
            passes.weights().matrix(l),
            columns,
            output[l]);
      }
      if (l < layers.last()) {
        passes.activation().timesSlope(passes.output(l), n * columns, output[l]);
      }
    }
  }

  private void add(double[] a, int[] row, int inner, double[] b, int columns, double[] c) {
    passes.loops().addProduct(a, row, passes.count(), inner, b, columns, c);
  }

  private void lastSlopes(int total) {
    int last = layers.last();
    int n = passes.count() * layers.columns(last);
    passes.lastSlopes(total);
    System.arraycopy(output[last], 0, slope[last], 0, n);
    passes.loss().bends(passes.output(last), layers.columns(last), passes.count(), slope[last]);
    for (int i = 0; i < n; i++) {
      slope[last][i] /= total;
    }
  }

  private void back() {
    for (int l = layers.last(); l >= 0; l--) {
      passes.addGradient(l, passes.input(l), slope[l], sum);
      passes.addRows(slope[l], layers.columns(l), sum.bias(l));
      if (l > 0) {
        passes.addGradient(l, output[l - 1], passes.slope(l), sum);
        back(l);
      }
    }
  }

  /**
   * To before the sigma of the layer before: it changes with the slopes, the weights and sigma'.
   */
  private void back(int l) {
    int columns = layers.columns(l - 1);
    int n = passes.count() * columns;
    double[] before = slope[l - 1];
    Arrays.fill(before, 0, n, 0);
    add(slope[l], passes.begin(l + 1), layers.out(l), passes.transposed(l), columns, before);
    add(passes.slope(l), passes.begin(l + 1), layers.out(l), transposed[l], columns, before);
    passes.activation().timesSlope(passes.output(l - 1), n, before);
    passes.back(l);
    passes
        .activation()
        .addBend(passes.output(l - 1), output[l - 1], passes.slope(l - 1), n, before);
    passes.throughSigma(l - 1);
  }
}
