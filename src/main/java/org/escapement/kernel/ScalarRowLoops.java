package org.escapement.kernel;

import java.util.Arrays;

/** The loops over rows one number at a time. */
final class ScalarRowLoops implements RowLoops {
  private final double[] values;
  private final int stride;

  ScalarRowLoops(double[] values, int stride) {
    this.values = values;
    this.stride = stride;
  }

  @Override
  public void project(int[] index, int from, int count, double[] vector, int at, double[] out) {
    for (int j = from; j < from + count; j++) {
      out[j] = dot(index[j] * stride, vector, at);
    }
  }

  private double dot(int row, double[] vector, int at) {
    double p0 = 0;
    double p1 = 0;
    double p2 = 0;
    double p3 = 0;
    double p4 = 0;
    double p5 = 0;
    double p6 = 0;
    double p7 = 0;
    for (int k = 0; k < stride; k += MULTIPLE) {
      p0 = Math.fma(values[row + k], vector[at + k], p0);
      p1 = Math.fma(values[row + k + 1], vector[at + k + 1], p1);
      p2 = Math.fma(values[row + k + 2], vector[at + k + 2], p2);
      p3 = Math.fma(values[row + k + 3], vector[at + k + 3], p3);
      p4 = Math.fma(values[row + k + 4], vector[at + k + 4], p4);
      p5 = Math.fma(values[row + k + 5], vector[at + k + 5], p5);
      p6 = Math.fma(values[row + k + 6], vector[at + k + 6], p6);
      p7 = Math.fma(values[row + k + 7], vector[at + k + 7], p7);
    }
    return ((p0 + p4) + (p2 + p6)) + ((p1 + p5) + (p3 + p7));
  }

  @Override
  public void combine(int[] index, int from, int count, double[] factor, double[] vector, int at) {
    Arrays.fill(vector, at, at + stride, 0);
    add(index, from, count, factor, vector, at);
  }

  @Override
  public void add(int[] index, int from, int count, double[] factor, double[] vector, int at) {
    for (int j = from; j < from + count; j++) {
      int row = index[j] * stride;
      for (int k = 0; k < stride; k++) {
        vector[at + k] = Math.fma(factor[j], values[row + k], vector[at + k]);
      }
    }
  }
}
