package org.escapement.objective;

/**
 * l(p, y): what one row of data loses at its projection p = x.w and its target y.
 *
 * <p>Every method replaces n projections, from one on, by what it is asked for.
 */
interface PointLoss {

  /** The sum has ridge/2 |w|^2 beside it. */
  default double ridge() {
    return 0;
  }

  /** l. */
  void losses(double[] projection, double[] target, int from, int n);

  /** dl/dp. */
  void slopes(double[] projection, double[] target, int from, int n);

  /** d2l/dp2. */
  void curvatures(double[] projection, double[] target, int from, int n);
}
