package org.escapement.theory.linear;

import org.escapement.theory.SampleLaw;

/**
 * A mode of which moments are known.
 *
 * @param raw {@code [p][q]} E z_0^p z_1^q for p + q to 6, or to 2 where the rest is infinite; one
 *     column for a mode without memory
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RawState(double[][] raw) implements StateLaw {
  private static final int FEWEST_FOR_SKEWNESS = 3;

  @Override
  public boolean isNormal() {
    return false;
  }

  @Override
  public SampleLaw value(int i) {
    if (!has(i)) {
      return SampleLaw.ofMean(Double.NaN);
    }
    double first = moment(i, 0, 1);
    double second = moment(i, 0, 2);
    return raw.length > FEWEST_FOR_SKEWNESS
        ? SampleLaw.ofMoments(first, second, moment(i, 0, 3))
        : new SampleLaw(first, second - first * first, Double.POSITIVE_INFINITY);
  }

  @Override
  public SampleLaw product(int i, int j) {
    if (!has(i) || !has(j)) {
      return SampleLaw.ofMean(Double.NaN);
    }
    int p = 2 - i - j;
    int q = i + j;
    return raw.length > FEWEST_FOR_SKEWNESS
        ? SampleLaw.ofMoments(raw[p][q], raw[2 * p][2 * q], raw[3 * p][3 * q])
        : SampleLaw.withoutVariance(raw[p][q]);
  }

  @Override
  public double covariance(int i, int j) {
    boolean known = has(i) && has(j);
    return known ? raw[2 - i - j][i + j] - moment(i, 0, 1) * moment(j, 0, 1) : Double.NaN;
  }

  private boolean has(int i) {
    return i == 0 || raw[0].length > 1;
  }

  /** E z_i^n. */
  private double moment(int i, int other, int n) {
    return i == 0 ? raw[n][other] : raw[other][n];
  }
}
