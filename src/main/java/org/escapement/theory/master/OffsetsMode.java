package org.escapement.theory.master;

import org.escapement.theory.SampleLaw;
import org.escapement.theory.linear.LinearStep;
import org.escapement.theory.linear.PositionLaw;
import org.escapement.theory.linear.StateLaw;

/**
 * One mode of a linear recursion z' = A z + b w whose kicks w are offsets of a finite sample, step
 * by step.
 *
 * <p>With z - E z = sum_j r_j w_j its covariance is sum over epochs of ((v - c) S + (c - d) e e^T)
 * + d M M^T, where v is the variance of a kick, c the covariance of two kicks of one epoch, d that
 * of two kicks of different epochs, S the sum of r_j r_j^T and e that of r_j over the epoch, and M
 * the sum of all r_j.
 */
final class OffsetsMode {
  /** Smaller shares of (v - c) S over all kicks are what rounding leaves of nothing. */
  private static final double ROUNDING = 1e-12;

  private final Covariances covariances;
  private double[] mean;
  private double[] epoch;
  private double[] all;

  /** S of the present epoch, and of all kicks. */
  private double[][] inEpoch;

  private double[][] ofAll;

  /** The sum over the epochs before. */
  private double[][] past;

  /**
   * How the kicks go together.
   *
   * @param variance v of a kick
   * @param inEpoch c, of two kicks of one epoch
   * @param across d, of two kicks of different epochs
   */
  record Covariances(double variance, double inEpoch, double across) {}

  OffsetsMode(double[] start, Covariances covariances) {
    int size = start.length;
    this.covariances = covariances;
    this.mean = start.clone();
    this.epoch = new double[size];
    this.all = new double[size];
    this.inEpoch = new double[size][size];
    this.ofAll = new double[size][size];
    this.past = new double[size][size];
  }

  /** One more step. */
  void advance(LinearStep step) {
    mean = moved(step, mean, 0);
    epoch = moved(step, epoch, 1);
    all = moved(step, all, 1);
    inEpoch = moved(step, inEpoch);
    ofAll = moved(step, ofAll);
    past = moved(step, past);
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        inEpoch[i][j] += step.kick()[i] * step.kick()[j];
        ofAll[i][j] += step.kick()[i] * step.kick()[j];
      }
    }
  }

  /** The next kick is the first of another epoch. */
  void endEpoch() {
    int size = epoch.length;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        past[i][j] += present(i, j);
      }
    }
    epoch = new double[size];
    inEpoch = new double[size][size];
  }

  /** What the present epoch adds to a covariance; over an epoch the two may cancel. */
  private double present(int i, int j) {
    double v = covariances.variance();
    double c = covariances.inEpoch();
    return (v - c) * inEpoch[i][j] + (c - covariances.across()) * epoch[i] * epoch[j];
  }

  private static double[] moved(LinearStep step, double[] z, double kick) {
    double[] next = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      next[i] = kick * step.kick()[i];
      for (int j = 0; j < z.length; j++) {
        next[i] += step.matrix()[i][j] * z[j];
      }
    }
    return next;
  }

  /** A C A^T. */
  private static double[][] moved(LinearStep step, double[][] c) {
    int n = c.length;
    double[][] next = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            next[i][j] += step.matrix()[i][k] * c[k][l] * step.matrix()[j][l];
          }
        }
      }
    }
    return next;
  }

  /**
   * The law of the position.
   *
   * @param isNormal whether it is known to be normal
   */
  StateLaw position(boolean isNormal) {
    double largest = (covariances.variance() - covariances.inEpoch()) * ofAll[0][0];
    double variance = past[0][0] + present(0, 0) + covariances.across() * all[0] * all[0];
    if (variance <= ROUNDING * largest) {
      return new Settled(mean[0], ROUNDING * Math.sqrt(largest));
    }
    return isNormal ? StateLaw.normal(mean[0], variance) : new OfVariance(mean[0], variance);
  }

  /** A symmetric law of which mean and variance are known. */
  private record OfVariance(double mean, double variance) implements PositionLaw {
    @Override
    public SampleLaw value() {
      return new SampleLaw(mean, variance, 0);
    }

    @Override
    public SampleLaw square() {
      return SampleLaw.ofMean(mean * mean + variance);
    }
  }

  /**
   * A point that does not move but for rounding.
   *
   * @param rounding how far that takes it at most
   */
  private record Settled(double mean, double rounding) implements PositionLaw {
    @Override
    public SampleLaw value() {
      return new SampleLaw(mean, rounding * rounding, 0);
    }

    @Override
    public SampleLaw square() {
      double far = rounding * (2 * Math.abs(mean) + rounding);
      return new SampleLaw(mean * mean, far * far, 0);
    }
  }
}
