package org.escapement.network;

/** max(0, z), with slope 0 at 0. */
final class Relu implements Activation {
  /** Twice this factor makes the smallest positive number greater than 1. */
  private static final double LARGE = 0x1p1023;

  @Override
  public void apply(double[] z, int n) {
    for (int i = 0; i < n; i++) {
      z[i] = Math.max(0, z[i]);
    }
  }

  /** Without a branch, which half of the units would take. */
  @Override
  public void timesSlope(double[] h, int n, double[] d) {
    for (int i = 0; i < n; i++) {
      d[i] *= Math.min(1, h[i] * LARGE * LARGE);
    }
  }

  @Override
  public void addBend(double[] h, double[] change, double[] d, int n, double[] out) {}
}
