package org.escapement.model;

import java.util.Optional;

/** An objective that classifies rows of data, some of them perhaps kept from training. */
public interface Scored extends Objective {

  /** {@code out[i]}: the share of its rows whose class is predicted right at w_i, 0 <= i < n. */
  void accuracy(double[][] w, int n, double[] out);

  /** The same function of rows that nobody trains on; empty where there are none. */
  Optional<? extends Scored> unseen();
}
