package org.escapement.theory.linear;

import org.escapement.theory.SampleLaw;

/**
 * A mode whose law is normal.
 *
 * @param mean of z_i
 * @param covariances {@code [i][j]} of z_i and z_j
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NormalState(double[] mean, double[][] covariances) implements StateLaw {

  @Override
  public boolean isNormal() {
    return true;
  }

  @Override
  public SampleLaw value(int i) {
    return i < mean.length
        ? new SampleLaw(mean[i], covariances[i][i], 0)
        : SampleLaw.ofMean(Double.NaN);
  }

  @Override
  public SampleLaw product(int i, int j) {
    return Math.max(i, j) < mean.length
        ? NormalLaw.product(law(i), law(j), covariances[i][j])
        : SampleLaw.ofMean(Double.NaN);
  }

  private NormalLaw law(int i) {
    return new NormalLaw(mean[i], covariances[i][i]);
  }

  @Override
  public double covariance(int i, int j) {
    return Math.max(i, j) < mean.length ? covariances[i][j] : Double.NaN;
  }
}
