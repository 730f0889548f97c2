package org.escapement.network;

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

  private void addBlock(int total) {
    passes.lastSlopes(total);
    for (int l = layers.last(); l >= 0; l--) {
      passes.addGradient(l, sum);
      if (l > 0) {
        passes.back(l);
        passes.throughSigma(l - 1);
      }
    }
  }
}
