package org.escapement.theory.pca;

/**
 * The limiting ODE of streaming PCA, dX/dt = Lambda X - (X'Lambda X) X, solved: X = W/sqrt(1 -
 * |X(0)|^2 + |W|^2) with W = exp(Lambda t) X(0). A step of heavy ball is eta/(1 - beta) of its
 * time.
 *
 * <p>Source: Liu et al., arXiv 1802.05155, for starts on the unit sphere.
 */
record PcaFlow(PcaStream stream, double[] start) {

  /** X(t). */
  double[] at(double t) {
    double fastest = fastest();
    double[] x = new double[start.length];
    double square = 0;
    double atStart = 0;
    for (int k = 0; k < x.length; k++) {
      x[k] = start[k] == 0 ? 0 : start[k] * StrictMath.exp((stream.lambda(k) - fastest) * t);
      square += x[k] * x[k];
      atStart += start[k] * start[k];
    }
    double length = Math.sqrt(square + (1 - atStart) * StrictMath.exp(-2 * fastest * t));
    for (int k = 0; k < x.length; k++) {
      x[k] /= length;
    }
    return x;
  }

  /** Whether it stays where it is. */
  boolean isAtRest() {
    double largest = 0;
    for (double slope : stream.drift(start)) {
      largest = Math.max(largest, Math.abs(slope));
    }
    return largest == 0;
  }

  /** The largest lambda along which the start has a part: exponentials are counted from there. */
  private double fastest() {
    double fastest = 0;
    for (int k = 0; k < start.length; k++) {
      fastest = start[k] == 0 ? fastest : Math.max(fastest, stream.lambda(k));
    }
    return fastest;
  }
}
