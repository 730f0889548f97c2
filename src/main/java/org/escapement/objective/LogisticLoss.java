package org.escapement.objective;

import org.escapement.kernel.Kernels;

/**
 * log(1 + exp(-y p)), y = -1 or 1, and ridge/2 |w|^2 for every row. A working copy, born on one
 * thread.
 *
 * <p>Everything comes from e = exp(-|p|), which neither overflows nor loses digits.
 */
final class LogisticLoss implements PointLoss {
  private final Kernels kernels = Kernels.best();
  private final double ridge;

  /** Scratch: e, then what becomes of it. */
  private double[] exponential = new double[0];

  LogisticLoss(double ridge) {
    this.ridge = ridge;
  }

  @Override
  public double ridge() {
    return ridge;
  }

  private double[] exponentials(double[] projection, int from, int n) {
    if (exponential.length < n) {
      exponential = new double[n];
    }
    for (int j = 0; j < n; j++) {
      exponential[j] = -Math.abs(projection[from + j]);
    }
    kernels.exp(exponential, n, exponential);
    return exponential;
  }

  /** max(-y p, 0) + log(1 + e). */
  @Override
  public void losses(double[] projection, double[] target, int from, int n) {
    double[] e = exponentials(projection, from, n);
    for (int j = 0; j < n; j++) {
      e[j] += 1;
    }
    kernels.log(1, e, n, e);
    for (int j = 0; j < n; j++) {
      projection[from + j] = Math.max(-target[from + j] * projection[from + j], 0) + e[j];
    }
  }

  /** -y/(1 + exp(y p)). */
  @Override
  public void slopes(double[] projection, double[] target, int from, int n) {
    double[] e = exponentials(projection, from, n);
    for (int j = 0; j < n; j++) {
      double y = target[from + j];
      double share = y * projection[from + j] > 0 ? e[j] : 1;
      projection[from + j] = -y * share / (1 + e[j]);
    }
  }

  /** e/(1 + e)^2. */
  @Override
  public void curvatures(double[] projection, double[] target, int from, int n) {
    double[] e = exponentials(projection, from, n);
    for (int j = 0; j < n; j++) {
      projection[from + j] = e[j] / ((1 + e[j]) * (1 + e[j]));
    }
  }
}
