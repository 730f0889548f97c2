package org.escapement.network;

import java.util.Arrays;
import org.escapement.kernel.Kernels;

/** log sum_j e^(out_j) - out_y, the negative logarithm of the softmax of the target's class. */
final class CrossEntropy implements OutputLoss {
  private final Kernels kernels = Kernels.best();
  private final int outputs;

  /** Of each row. */
  private double[] sum = new double[0];

  CrossEntropy(int outputs) {
    this.outputs = outputs;
  }

  @Override
  public void losses(double[] out, int columns, double[] target, int n, double[] loss) {
    subtractLargest(out, columns, n);
    for (int i = 0; i < n; i++) {
      loss[i] = -out[i * columns + (int) target[i]];
    }
    exponentials(out, columns, n);
    kernels.log(1, sum, n, sum);
    for (int i = 0; i < n; i++) {
      loss[i] += sum[i];
    }
  }

  @Override
  public void slopes(double[] out, int columns, double[] target, int n) {
    softmax(out, columns, n);
    for (int i = 0; i < n; i++) {
      out[i * columns + (int) target[i]] -= 1;
    }
  }

  /** p_j (c_j - sum_i p_i c_i) with the softmax p. */
  @Override
  public void bends(double[] out, int columns, int n, double[] change) {
    softmax(out, columns, n);
    for (int i = 0; i < n; i++) {
      int first = i * columns;
      double mean = 0;
      for (int j = first; j < first + outputs; j++) {
        mean += out[j] * change[j];
      }
      for (int j = first; j < first + outputs; j++) {
        change[j] = out[j] * (change[j] - mean);
      }
    }
  }

  private void softmax(double[] out, int columns, int n) {
    subtractLargest(out, columns, n);
    exponentials(out, columns, n);
    for (int i = 0; i < n; i++) {
      for (int j = i * columns; j < i * columns + outputs; j++) {
        out[j] /= sum[i];
      }
    }
  }

  private void subtractLargest(double[] out, int columns, int n) {
    for (int i = 0; i < n; i++) {
      int first = i * columns;
      double largest = out[first];
      for (int j = first; j < first + outputs; j++) {
        largest = Math.max(largest, out[j]);
      }
      for (int j = first; j < first + outputs; j++) {
        out[j] -= largest;
      }
    }
  }

  /** Makes them, and their sums. */
  private void exponentials(double[] out, int columns, int n) {
    if (sum.length < n) {
      sum = new double[n];
    }
    kernels.exp(out, n * columns, out);
    for (int i = 0; i < n; i++) {
      int first = i * columns;
      double total = 0;
      for (int j = first; j < first + outputs; j++) {
        total += out[j];
      }
      sum[i] = total;
      Arrays.fill(out, first + outputs, first + columns, 0);
    }
  }

  @Override
  public boolean isRight(double[] out, int from, double target) {
    return OutputLoss.isLargest(out, from, outputs, target);
  }
}
