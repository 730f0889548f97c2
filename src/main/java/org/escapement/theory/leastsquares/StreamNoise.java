package org.escapement.theory.leastsquares;

/**
 * Batches of fresh normal rows with labels that have noise of variance s^2: 1/b ((Tr H E ee' + s^2)
 * H + H E ee' H), because E zz'Pzz' = 2P + tr(P) I for standard normal z and symmetric P (Isserlis
 * 1918).
 */
final class StreamNoise implements GradientNoise {
  private final double[] curvature;
  private final double labelVariance;
  private final double gamma;

  StreamNoise(double[] curvature, double labelVariance, int batch) {
    this.curvature = curvature;
    this.labelVariance = labelVariance;
    this.gamma = 1.0 / batch;
  }

  @Override
  public void covariance(double[][] second, double[] mean, double[][] out) {
    double square = labelVariance;
    for (int a = 0; a < curvature.length; a++) {
      square += curvature[a] * second[a][a];
    }
    for (int a = 0; a < curvature.length; a++) {
      for (int b = 0; b < curvature.length; b++) {
        out[a][b] = gamma * (curvature[a] * curvature[b] * second[a][b]);
      }
      out[a][a] += gamma * square * curvature[a];
    }
  }
}
