package org.escapement.theory.leastsquares;

/** The batch of all rows: nothing is random. */
final class NoGradientNoise implements GradientNoise {
  @Override
  public void covariance(double[][] second, double[] mean, double[][] out) {}
}
