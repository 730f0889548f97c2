package org.escapement.objective;

/** (p - y)^2/2. */
final class SquaredError implements PointLoss {
  @Override
  public void losses(double[] projection, double[] target, int from, int n) {
    for (int j = from; j < from + n; j++) {
      double residual = projection[j] - target[j];
      projection[j] = 0.5 * (residual * residual);
    }
  }

  @Override
  public void slopes(double[] projection, double[] target, int from, int n) {
    for (int j = from; j < from + n; j++) {
      projection[j] -= target[j];
    }
  }

  @Override
  public void curvatures(double[] projection, double[] target, int from, int n) {
    java.util.Arrays.fill(projection, from, from + n, 1.0);
  }
}
