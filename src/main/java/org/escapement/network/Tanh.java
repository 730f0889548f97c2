package org.escapement.network;

import org.escapement.kernel.Kernels;

/** tanh z = t/(t + 2) with t = e^(2z) - 1 for z >= 0, and odd; 4 ulp. */
final class Tanh implements Activation {
  /** From here on tanh rounds to 1. */
  private static final double LARGEST = 22;

  private final Kernels kernels = Kernels.best();
  private double[] scratch = new double[0];

  @Override
  public void apply(double[] z, int n) {
    if (scratch.length < n) {
      scratch = new double[n];
    }
    for (int i = 0; i < n; i++) {
      scratch[i] = 2 * Math.min(Math.abs(z[i]), LARGEST);
    }
    kernels.expm1(scratch, n, scratch);
    for (int i = 0; i < n; i++) {
      z[i] = Math.copySign(scratch[i] / (scratch[i] + 2), z[i]);
    }
  }

  @Override
  public void timesSlope(double[] h, int n, double[] d) {
    for (int i = 0; i < n; i++) {
      d[i] *= 1 - h[i] * h[i];
    }
  }

  /** sigma'' = -2 sigma sigma'. */
  @Override
  public void addBend(double[] h, double[] change, double[] d, int n, double[] out) {
    for (int i = 0; i < n; i++) {
      out[i] -= 2 * h[i] * change[i] * d[i];
    }
  }
}
