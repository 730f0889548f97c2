package org.escapement.kernel;

import java.util.Arrays;

/** The loops over rows one number at a time. */
final class ScalarRowLoops implements RowLoops {
  private final double[] values;
  private final int first;
  private final int stride;

  ScalarRowLoops(double[] values, int first, int stride) {
    this.first = first;
    this.values = values;
    this.stride = stride;
  }

  @Override
  public void project(int[] index, int from, int count, double[] w, double[] out) {
    for (int j = from; j < from + count; j++) {
      out[j] = dot(first + index[j] * stride, w);
    }
  }

  private double dot(int row, double[] w) {
    double p0 = 0;
    double p1 = 0;
    double p2 = 0;
    double p3 = 0;
    double p4 = 0;
    double p5 = 0;
    double p6 = 0;
    double p7 = 0;
    for (int k = 0; k < stride; k += MULTIPLE) {
      p0 = Math.fma(values[row + k], w[k], p0);
      p1 = Math.fma(values[row + k + 1], w[k + 1], p1);
      p2 = Math.fma(values[row + k + 2], w[k + 2], p2);
      p3 = Math.fma(values[row + k + 3], w[k + 3], p3);
      p4 = Math.fma(values[row + k + 4], w[k + 4], p4);
      p5 = Math.fma(values[row + k + 5], w[k + 5], p5);
      p6 = Math.fma(values[row + k + 6], w[k + 6], p6);
      p7 = Math.fma(values[row + k + 7], w[k + 7], p7);
    }
    return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
  }

  @Override
  public void combine(int[] index, int from, int count, double[] factor, double[] sum) {
    Arrays.fill(sum, 0, stride, 0);
    add(index, from, count, factor, sum);
  }

  @Override
  public void add(int[] index, int from, int count, double[] factor, double[] sum) {
    for (int j = from; j < from + count; j++) {
      int row = first + index[j] * stride;
      for (int k = 0; k < stride; k++) {
        sum[k] = Math.fma(factor[j], values[row + k], sum[k]);
      }
    }
  }
}
