package org.escapement.network;

import java.util.Arrays;
import org.escapement.kernel.MatrixLoops;

/**
 * A matrix and a row of biases for each layer: the weights of a network, a direction or a gradient
 * in the form that products of matrices need, with rows rounded up. What fills them up is zero in
 * weights and means nothing in gradients.
 */
final class Matrices {
  private final Layers layers;

  /** {@code [l][k * columns + j]}. */
  private final double[][] matrix;

  /** {@code [l][j]}. */
  private final double[][] bias;

  Matrices(Layers layers) {
    this.layers = layers;
    this.matrix = new double[layers.count()][];
    this.bias = new double[layers.count()][];
    for (int l = 0; l < layers.count(); l++) {
      matrix[l] = new double[MatrixLoops.padded(layers.in(l)) * layers.columns(l)];
      bias[l] = new double[layers.columns(l)];
    }
  }

  double[] matrix(int layer) {
    return matrix[layer];
  }

  double[] bias(int layer) {
    return bias[layer];
  }

  void clear() {
    for (int l = 0; l < matrix.length; l++) {
      Arrays.fill(matrix[l], 0);
      Arrays.fill(bias[l], 0);
    }
  }

  /** Takes the numbers of a point. */
  void take(double[] w) {
    for (int l = 0; l < matrix.length; l++) {
      int out = layers.out(l);
      for (int k = 0; k < layers.in(l); k++) {
        System.arraycopy(w, layers.weights(l) + k * out, matrix[l], k * layers.columns(l), out);
      }
      System.arraycopy(w, layers.biases(l), bias[l], 0, out);
    }
  }

  /** Gives them to a point. */
  void bring(double[] w) {
    for (int l = 0; l < matrix.length; l++) {
      int out = layers.out(l);
      for (int k = 0; k < layers.in(l); k++) {
        System.arraycopy(matrix[l], k * layers.columns(l), w, layers.weights(l) + k * out, out);
      }
      System.arraycopy(bias[l], 0, w, layers.biases(l), out);
    }
  }

  /** The transposed matrix of a layer but the first: {@code [j * columns + k]}. */
  void transpose(int layer, double[] out) {
    int columns = layers.columns(layer);
    int rows = layers.columns(layer - 1);
    for (int k = 0; k < layers.in(layer); k++) {
      for (int j = 0; j < layers.out(layer); j++) {
        out[j * rows + k] = matrix[layer][k * columns + j];
      }
    }
  }
}
