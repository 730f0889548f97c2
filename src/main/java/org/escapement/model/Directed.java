package org.escapement.model;

/**
 * An optimiser whose step is x' = x - eta p, where the search direction p = kept + share g is made
 * of what it remembers, known before the step, and of the stochastic gradient g that it sees at x.
 *
 * <p>States are {@code [k][i]} as {@link Batch#state} has them, and k counts the coordinates of the
 * arrays to be filled.
 */
public interface Directed extends Retraceable {

  /** What the gradient seen is multiplied by in the direction of a step, counted from 0. */
  double share(long step);

  /**
   * {@code out[k][i]}: what is kept, for 0 <= i < n.
   *
   * @param before the state before the step
   */
  void kept(double[][] before, long step, int n, double[][] out);
}
