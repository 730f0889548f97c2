package org.escapement.theory.linear;

import org.escapement.theory.SampleLaw;

/** What is known of a mode of which only the position is. */
public interface PositionLaw extends StateLaw {

  /** Of the position. */
  SampleLaw value();

  /** Of its square. */
  SampleLaw square();

  @Override
  default boolean isNormal() {
    return false;
  }

  @Override
  default SampleLaw value(int i) {
    return i == 0 ? value() : SampleLaw.ofMean(Double.NaN);
  }

  @Override
  default SampleLaw product(int i, int j) {
    return i + j == 0 ? square() : SampleLaw.ofMean(Double.NaN);
  }

  @Override
  default double covariance(int i, int j) {
    return i + j == 0 ? value().variance() : Double.NaN;
  }
}
