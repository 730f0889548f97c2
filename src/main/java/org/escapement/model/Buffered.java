package org.escapement.model;

/** A momentum optimiser, in whatever form it keeps m of m <- beta m + g, x <- x - eta m. */
public interface Buffered extends Dynamics {

  /** beta. */
  Schedule momentum();

  /**
   * The buffer of the last step, {@code out[k][i]} for 0 <= i < n, 0 <= k < dimension, while the
   * step size is constant.
   */
  void buffer(double[][] state, int dimension, int n, double[][] out);
}
