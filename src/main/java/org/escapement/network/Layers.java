package org.escapement.network;

import java.util.List;
import org.escapement.kernel.MatrixLoops;

/**
 * The layers of a fully connected network, and where their weights stand: layer by layer, first the
 * weights, {@code [in][out]} row after row, then a bias for each output.
 */
final class Layers {
  /** Numbers of the matrices: places in arrays of them are ints. */
  private static final long MOST = 1L << 30;

  /** Inputs, hidden units layer by layer, outputs. */
  private final int[] widths;

  /** Checks as {@link #check} does. */
  Layers(int inputs, List<Integer> hidden, int outputs) {
    check(inputs, hidden, outputs);
    this.widths = new int[hidden.size() + 2];
    widths[0] = inputs;
    for (int l = 0; l < hidden.size(); l++) {
      widths[l + 1] = hidden.get(l);
    }
    widths[hidden.size() + 1] = outputs;
  }

  /**
   * Nothing if the matrices, with rows and columns rounded up, are small enough: then so are all
   * weights together.
   */
  static void check(int inputs, List<Integer> hidden, int outputs) {
    long numbers = 0;
    int in = inputs;
    for (int l = 0; l <= hidden.size(); l++) {
      int out = l < hidden.size() ? hidden.get(l) : outputs;
      numbers += (MatrixLoops.padded(in) + 1L) * MatrixLoops.padded(out);
      in = out;
    }
    if (numbers > MOST) {
      throw new IllegalArgumentException(
          "hidden %s gives matrices of %d numbers, more than 2^30".formatted(hidden, numbers));
    }
  }

  int count() {
    return widths.length - 1;
  }

  int last() {
    return widths.length - 2;
  }

  /** Inputs of a layer. */
  int in(int layer) {
    return widths[layer];
  }

  /** Outputs of a layer. */
  int out(int layer) {
    return widths[layer + 1];
  }

  /** Outputs of a layer, rounded up: the length of the rows of its matrices. */
  int columns(int layer) {
    return MatrixLoops.padded(out(layer));
  }

  /** Where its weights begin. */
  int weights(int layer) {
    int first = 0;
    for (int l = 0; l < layer; l++) {
      first += (in(l) + 1) * out(l);
    }
    return first;
  }

  /** Where its biases begin. */
  int biases(int layer) {
    return weights(layer) + in(layer) * out(layer);
  }

  /** All weights and biases. */
  int dimension() {
    return weights(count());
  }

  /** The dimension, rounded up: the length of a lane's row. */
  int stride() {
    return MatrixLoops.padded(dimension());
  }
}
