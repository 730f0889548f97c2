package org.escapement.network;

import java.util.List;

/**
 * The loss of a row as a function of the network's outputs and the row's target. A working copy,
 * born on one thread. Row i of the outputs is {@code out[i * columns]} and what follows.
 */
interface OutputLoss {
  /** The words of job files. */
  List<String> WORDS = List.of("squared", "cross-entropy");

  /** The one of a word. */
  static OutputLoss of(String word, int outputs) {
    return word.equals("squared") ? new SquaredLoss(outputs) : new CrossEntropy(outputs);
  }

  /** {@code loss[i]} for 0 <= i < n. Outputs may be lost. */
  void losses(double[] out, int columns, double[] target, int n, double[] loss);

  /** The outputs become the derivatives of the loss with respect to them, zero beyond them. */
  void slopes(double[] out, int columns, double[] target, int n);

  /** A change of the outputs becomes that of these derivatives. Outputs may be lost. */
  void bends(double[] out, int columns, int n, double[] change);

  /**
   * Whether the largest output, the first of them, is that of the target's class; of a single
   * output, whether it has the sign of the target.
   */
  boolean isRight(double[] out, int from, double target);

  /** Whether the largest of n outputs, the first of them, is that of a class. */
  static boolean isLargest(double[] out, int from, int n, double target) {
    int largest = 0;
    for (int j = 1; j < n; j++) {
      if (out[from + j] > out[from + largest]) {
        largest = j;
      }
    }
    return largest == target && !Double.isNaN(out[from]);
  }
}
