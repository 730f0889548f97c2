package org.escapement.theory.leastsquares;

import org.escapement.theory.SampleLaw;
import org.escapement.theory.moments.MomentLaw;

/** Moments of the point at one step. */
final class ErrorLaw implements MomentLaw {
  private final ErrorModes modes;
  private final double loss;
  private final double[] mean;

  /** {@code [k][l]}: E e_k e_l along the coordinates of w. */
  private final double[][] second;

  ErrorLaw(ErrorModes modes, ErrorMoments moments) {
    this.modes = modes;
    double sum = 0;
    for (int a = 0; a < modes.size(); a++) {
      sum += modes.curvature()[a] * moments.second()[a][a];
    }
    this.loss = modes.leastLoss() + sum / 2;
    this.mean = modes.inCoordinates(moments.mean()).clone();
    double[][] products = modes.inCoordinates(moments.second());
    this.second = new double[products.length][];
    for (int k = 0; k < second.length; k++) {
      second[k] = products[k].clone();
    }
  }

  @Override
  public SampleLaw loss() {
    return SampleLaw.ofMean(loss);
  }

  @Override
  public SampleLaw norm() {
    double sum = 0;
    for (int k = 0; k < mean.length; k++) {
      sum += product(k, k);
    }
    return SampleLaw.ofMean(sum);
  }

  @Override
  public SampleLaw mean(int i) {
    return SampleLaw.ofMean(modes.solution()[i] + mean[i]);
  }

  @Override
  public SampleLaw second(int i, int j) {
    return SampleLaw.ofMean(product(i, j));
  }

  private double product(int i, int j) {
    double[] s = modes.solution();
    return s[i] * s[j] + (s[i] * mean[j] + s[j] * mean[i]) + second[i][j];
  }
}
