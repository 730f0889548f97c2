package org.escapement.objective;

/** (p^2 - y^2)^2. */
final class PhaseMisfit implements PointLoss {
  @Override
  public void losses(double[] projection, double[] target, int from, int n) {
    for (int j = from; j < from + n; j++) {
      double misfit = projection[j] * projection[j] - target[j] * target[j];
      projection[j] = misfit * misfit;
    }
  }

  @Override
  public void slopes(double[] projection, double[] target, int from, int n) {
    for (int j = from; j < from + n; j++) {
      double p = projection[j];
      projection[j] = 4 * (p * p - target[j] * target[j]) * p;
    }
  }

  @Override
  public void curvatures(double[] projection, double[] target, int from, int n) {
    for (int j = from; j < from + n; j++) {
      double p = projection[j];
      projection[j] = 4 * (3 * (p * p) - target[j] * target[j]);
    }
  }
}
