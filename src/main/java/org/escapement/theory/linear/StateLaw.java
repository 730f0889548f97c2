package org.escapement.theory.linear;

import org.escapement.theory.SampleLaw;

/**
 * What is known of the law of one mode: of its position z_0, and of what the dynamics remembers of
 * it, z_1.
 */
public interface StateLaw {

  /** Whether it is normal. */
  boolean isNormal();

  /** Of z_i; of no known mean when the mode has no such number. */
  SampleLaw value(int i);

  /** Of z_i z_j; of no known mean when the mode has no such numbers. */
  SampleLaw product(int i, int j);

  /** That of z_i and z_j. */
  double covariance(int i, int j);

  /** The normal law of a mode of which only the position is known. */
  static StateLaw normal(double mean, double variance) {
    return new NormalState(new double[] {mean}, new double[][] {{variance}});
  }
}
