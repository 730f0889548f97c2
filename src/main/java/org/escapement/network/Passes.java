package org.escapement.network;

import java.util.Arrays;
import org.escapement.data.Rows;
import org.escapement.kernel.Kernels;
import org.escapement.kernel.MatrixLoops;

/**
 * Runs rows of data through a network and the derivatives of their loss back: backpropagation by
 * blocks of rows. A working copy, born on one thread.
 *
 * <p>Source: D. E. Rumelhart, G. E. Hinton, R. J. Williams, Learning representations by
 * back-propagating errors, Nature 323, 1986.
 */
final class Passes {
  /** Rows of a block: the weights are read once for so many, and outputs stay in the caches. */
  static final int BLOCK = 128;

  private final MatrixLoops loops = Kernels.best().matrices();
  private final Rows rows;
  private final Layers layers;
  private final Activation activation;
  private final OutputLoss loss;
  private final Matrices weights;

  /** {@code [l]}: the transposed weights of all layers but the first. */
  private final double[][] transposed;

  /** {@code [l][i]}: where the inputs of layer l begin in row i of the block. */
  private final int[][] begin;

  /** {@code [l]}: the outputs of layer l, row after row. */
  private final double[][] output;

  /** {@code [l]}: the derivatives of the loss with respect to what layer l's sigma sees. */
  private final double[][] slope;

  private final double[] target;
  private int count;

  /**
   * @param most the largest number of rows at once, of which no more than a block are needed
   */
  Passes(Rows rows, Layers layers, String activation, String loss, int most) {
    int block = MatrixLoops.padded(Math.min(most, BLOCK));
    this.rows = rows;
    this.layers = layers;
    this.activation = Activation.of(activation);
    this.loss = OutputLoss.of(loss, layers.out(layers.last()));
    this.weights = new Matrices(layers);
    this.transposed = new double[layers.count()][];
    this.begin = new int[layers.count() + 1][block];
    this.output = blocks(layers, block);
    this.slope = blocks(layers, block);
    this.target = new double[block];
    for (int l = 0; l < layers.count(); l++) {
      int columns = layers.columns(l);
      Arrays.setAll(begin[l + 1], i -> i * columns);
      if (l > 0) {
        transposed[l] = new double[layers.columns(l) * layers.columns(l - 1)];
      }
    }
  }

  /** Room for a block of rows of every layer's outputs. */
  static double[][] blocks(Layers layers, int block) {
    double[][] blocks = new double[layers.count()][];
    for (int l = 0; l < blocks.length; l++) {
      blocks[l] = new double[block * layers.columns(l)];
    }
    return blocks;
  }

  /** Rows of a block, at least. */
  int block() {
    return target.length;
  }

  MatrixLoops loops() {
    return loops;
  }

  Activation activation() {
    return activation;
  }

  OutputLoss loss() {
    return loss;
  }

  /** Rows of the current block. */
  int count() {
    return count;
  }

  double[] input(int layer) {
    return layer == 0 ? rows.values() : output[layer - 1];
  }

  /** Where the rows of a layer's input begin. */
  int[] begin(int layer) {
    return begin[layer];
  }

  double[] output(int layer) {
    return output[layer];
  }

  double[] slope(int layer) {
    return slope[layer];
  }

  double[] transposed(int layer) {
    return transposed[layer];
  }

  Matrices weights() {
    return weights;
  }

  double[] target() {
    return target;
  }

  /** Takes the weights of a point. */
  void take(double[] w) {
    weights.take(w);
    for (int l = 1; l < layers.count(); l++) {
      weights.transpose(l, transposed[l]);
    }
  }

  /**
   * Makes the outputs of some rows, no more than a block.
   *
   * @param index their numbers, from {@code index[from]} on
   */
  void forward(int[] index, int from, int n) {
    count = n;
    for (int i = 0; i < MatrixLoops.padded(n); i++) {
      int number = index[from + Math.min(i, n - 1)];
      begin[0][i] = Rows.FIRST + number * rows.stride();
      target[i] = rows.targets()[number];
    }
    for (int l = 0; l < layers.count(); l++) {
      int columns = layers.columns(l);
      for (int i = 0; i < n; i++) {
        System.arraycopy(weights.bias(l), 0, output[l], i * columns, columns);
      }
      loops.addProduct(input(l), begin[l], n, layers.in(l), weights.matrix(l), columns, output[l]);
      if (l < layers.last()) {
        activation.apply(output[l], n * columns);
      }
    }
  }

  /** The derivatives of 1/total times the loss with respect to the outputs of the last layer. */
  void lastSlopes(int total) {
    int last = layers.last();
    int n = count * layers.columns(last);
    System.arraycopy(output[last], 0, slope[last], 0, n);
    loss.slopes(slope[last], layers.columns(last), target, count);
    for (int i = 0; i < n; i++) {
      slope[last][i] /= total;
    }
  }

  /** The derivatives with respect to the outputs of the layer before, before its sigma. */
  void back(int layer) {
    double[] before = slope[layer - 1];
    int columns = layers.columns(layer - 1);
    Arrays.fill(before, 0, count * columns, 0);
    loops.addProduct(
        slope[layer],
        begin[layer + 1],
        count,
        layers.out(layer),
        transposed[layer],
        columns,
        before);
  }

  /** Goes on to before the sigma of a layer. */
  void throughSigma(int layer) {
    activation.timesSlope(output[layer], count * layers.columns(layer), slope[layer]);
  }

  /** Adds what the block has to say of the gradient: the derivatives times the inputs. */
  void addGradient(int layer, Matrices sum) {
    addGradient(layer, input(layer), slope[layer], sum);
    addRows(slope[layer], layers.columns(layer), sum.bias(layer));
  }

  /** Adds the product of the transposed inputs of a layer and derivatives of its outputs. */
  void addGradient(int layer, double[] input, double[] derivative, Matrices sum) {
    int columns = layers.columns(layer);
    loops.addTransposedProduct(
        input, begin[layer], count, layers.in(layer), derivative, columns, sum.matrix(layer));
  }

  /** Adds up the rows of the block. */
  void addRows(double[] of, int columns, double[] sum) {
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < columns; j++) {
        sum[j] += of[i * columns + j];
      }
    }
  }

  /** Adds to a number that of the block's rows that are right, from their outputs. */
  double right(double sum) {
    int last = layers.last();
    double total = sum;
    for (int i = 0; i < count; i++) {
      total += loss.isRight(output[last], i * layers.columns(last), target[i]) ? 1 : 0;
    }
    return total;
  }
}
