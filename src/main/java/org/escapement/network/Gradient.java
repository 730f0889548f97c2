package org.escapement.network;

import java.util.Arrays;

/** The gradient of the mean loss of some rows. A working copy, born on one thread. */
final class Gradient {
  private final Layers layers;
  private final Passes passes;
  private final Matrices sum;

  Gradient(Layers layers, Passes passes) {
    this.layers = layers;
    this.passes = passes;
    this.sum = new Matrices(layers);
  }

  /**
   * That at w over so many rows.
   *
   * @param index their numbers, from {@code index[from]} on
   */
  void at(double[] w, int[] index, int from, int count, double[] out) {
    passes.take(w);
    sum.clear();
    for (int done = 0; done < count; done += Passes.BLOCK) {
      passes.forward(index, from + done, Math.min(Passes.BLOCK, count - done));
      addBlock(count);
    }
    sum.bring(out);
  }

  /**
   * The gradient of the first output for one row, at the weights that the passes have taken.
   *
   * @return the output
   */
  double ofOutput(int row, double[] out) {
    double[] slope = passes.slope(layers.last());
    sum.clear();
    passes.forward(new int[] {row}, 0, 1);
    Arrays.fill(slope, 0, layers.columns(layers.last()), 0);
    slope[0] = 1;
    addLayers();
    sum.bring(out);
    return passes.output(layers.last())[0];
  }

  private void addBlock(int total) {
    passes.lastSlopes(total);
    addLayers();
  }

  /** From the derivatives with respect to the last outputs back to the first weights. */
  private void addLayers() {
    for (int l = layers.last(); l >= 0; l--) {
      passes.addGradient(l, sum);
      if (l > 0) {
        passes.back(l);
        passes.throughSigma(l - 1);
      }
    }
  }
}
