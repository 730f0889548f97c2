package org.escapement.theory.moments;

import org.escapement.theory.SampleLaw;

/** The law of a point, as far as measured moments ask. */
public interface MomentLaw {

  /** Of f(x). */
  SampleLaw loss();

  /** Of |x|^2. */
  SampleLaw norm();

  /** Of x_i, i from 0. */
  SampleLaw mean(int i);

  /** Of x_i x_j, i and j from 0. */
  SampleLaw second(int i, int j);
}
