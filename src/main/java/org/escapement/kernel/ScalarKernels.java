package org.escapement.kernel;

import java.util.Arrays;

/** The kernels one number at a time: the definition of every digit. */
final class ScalarKernels implements Kernels {

  @Override
  public void squares(double[] x, int n, double[] out) {
    Arrays.fill(out, 0, RowLoops.MULTIPLE, 0);
    for (int k = 0; k < n; k++) {
      int m = k % RowLoops.MULTIPLE;
      out[m] = Math.fma(x[k], x[k], out[m]);
    }
  }

  @Override
  public RowLoops rows(double[] values, int first, int stride) {
    return new ScalarRowLoops(values, first, stride);
  }

  @Override
  public MatrixLoops matrices() {
    return new ScalarMatrixLoops();
  }

  @Override
  public void bits(
      long[] key,
      long[] trajectories,
      long[] steps,
      int n,
      int slot,
      int offset,
      long[] word0,
      long[] word1) {
    long high = (long) slot << 40;
    for (int i = 0; i < n; i++) {
      Threefry.block(key[0], key[1], high | trajectories[i], steps[i] + offset, word0, word1, i);
    }
  }

  @Override
  public void uniform(long[] bits, int n, double[] out) {
    uniform(bits, 0, n, out);
  }

  static void uniform(long[] bits, int from, int n, double[] out) {
    for (int i = from; i < n; i++) {
      out[i] = Elementary.uniform(bits[i]);
    }
  }

  @Override
  public void sign(long[] bits, int n, double[] out) {
    sign(bits, 0, n, out);
  }

  static void sign(long[] bits, int from, int n, double[] out) {
    for (int i = from; i < n; i++) {
      out[i] = Double.longBitsToDouble((bits[i] << 63) | Elementary.ONE);
    }
  }

  @Override
  public void normal(long[] bits, int n, double[] first, double[] second) {
    normal(bits, 0, n, first, second);
  }

  static void normal(long[] bits, int from, int n, double[] first, double[] second) {
    for (int i = from; i < n; i++) {
      double r = Math.sqrt(Elementary.squaredRadius(bits[i]));
      double t = Elementary.halfTurns(bits[i]);
      first[i] = Elementary.flip(r * Elementary.roughSinPi(0.5 - Math.abs(t)), bits[i]);
      second[i] = r * Elementary.roughSinPi(t);
    }
  }

  @Override
  public void stableAngles(
      double alpha, long[] bits, int n, double[] sinAlpha, double[] cos, double[] cosRest) {
    stableAngles(alpha, bits, 0, n, sinAlpha, cos, cosRest);
  }

  static void stableAngles(
      double alpha,
      long[] bits,
      int from,
      int n,
      double[] sinAlpha,
      double[] cos,
      double[] cosRest) {
    double rest = -Math.abs(1 - alpha);
    for (int i = from; i < n; i++) {
      double t = Elementary.uniform(bits[i]) - 0.5;
      double size = Math.abs(t);
      sinAlpha[i] = Elementary.sinPi(Elementary.reduced(alpha, t));
      cos[i] = Elementary.sinPi(0.5 - size);
      cosRest[i] = Elementary.sinPi(Math.fma(rest, size, 0.5));
    }
  }

  @Override
  public void positiveStableAngles(
      double gamma, long[] bits, int n, double[] sinGamma, double[] sin, double[] sinRest) {
    positiveStableAngles(gamma, bits, 0, n, sinGamma, sin, sinRest);
  }

  static void positiveStableAngles(
      double gamma,
      long[] bits,
      int from,
      int n,
      double[] sinGamma,
      double[] sin,
      double[] sinRest) {
    double rest = 1 - gamma;
    for (int i = from; i < n; i++) {
      double u = Elementary.uniform(bits[i]);
      sinGamma[i] = Elementary.sinPi(Elementary.reduced(gamma, u));
      sin[i] = Elementary.sinPi(0.5 - Math.abs(u - 0.5));
      sinRest[i] = Elementary.sinPi(Elementary.reduced(rest, u));
    }
  }

  @Override
  public void log(double factor, double[] x, int n, double[] out) {
    log(factor, x, 0, n, out);
  }

  static void log(double factor, double[] x, int from, int n, double[] out) {
    for (int i = from; i < n; i++) {
      out[i] = factor * Elementary.log(x[i]);
    }
  }

  @Override
  public void exp(double[] x, int n, double[] out) {
    exp(x, 0, n, out);
  }

  static void exp(double[] x, int from, int n, double[] out) {
    for (int i = from; i < n; i++) {
      out[i] = Elementary.exp(x[i]);
    }
  }

  @Override
  public void expm1(double[] x, int n, double[] out) {
    expm1(x, 0, n, out);
  }

  static void expm1(double[] x, int from, int n, double[] out) {
    for (int i = from; i < n; i++) {
      out[i] = Elementary.expm1(x[i]);
    }
  }

  @Override
  public void sinCosTurns(double[] x, int n, double[] sin, double[] cos) {
    sinCosTurns(x, 0, n, sin, cos);
  }

  static void sinCosTurns(double[] x, int from, int n, double[] sin, double[] cos) {
    for (int i = from; i < n; i++) {
      double halfTurns = 2 * Elementary.fraction(x[i]);
      double shifted = halfTurns + Elementary.ROUND;
      double rest = halfTurns - (shifted - Elementary.ROUND);
      long parity = Double.doubleToRawLongBits(shifted);
      sin[i] = Elementary.sinPi(Elementary.flip(rest, parity));
      cos[i] = Elementary.sinPi(Elementary.flip(0.5 - Math.abs(rest), parity));
    }
  }

  @Override
  public int notPositive(double[] margin, int n, int[] out) {
    return notPositive(margin, 0, n, out, 0);
  }

  /** Appends to the {@code found} indices that are there already. */
  static int notPositive(double[] margin, int from, int n, int[] out, int found) {
    int count = found;
    for (int i = from; i < n; i++) {
      if (!(margin[i] > 0)) {
        out[count++] = i;
      }
    }
    return count;
  }

  @Override
  public String description() {
    return "scalar";
  }
}
