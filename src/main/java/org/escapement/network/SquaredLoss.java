package org.escapement.network;

/**
 * 1/2 |out - y|^2, where y is the target of a single output, and else the unit vector of the
 * target's class.
 */
record SquaredLoss(int outputs) implements OutputLoss {

  @Override
  public void losses(double[] out, int columns, double[] target, int n, double[] loss) {
    slopes(out, columns, target, n);
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = i * columns; j < i * columns + outputs; j++) {
        sum += out[j] * out[j];
      }
      loss[i] = 0.5 * sum;
    }
  }

  @Override
  public void slopes(double[] out, int columns, double[] target, int n) {
    for (int i = 0; i < n; i++) {
      if (outputs == 1) {
        out[i * columns] -= target[i];
      } else {
        out[i * columns + (int) target[i]] -= 1;
      }
    }
  }

  @Override
  public void bends(double[] out, int columns, int n, double[] change) {}

  @Override
  public boolean isRight(double[] out, int from, double target) {
    return outputs == 1 ? out[from] * target > 0 : OutputLoss.isLargest(out, from, outputs, target);
  }
}
