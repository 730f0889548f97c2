package org.escapement.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops over rows as many numbers at a time as a vector register holds. */
final class VectorRowLoops implements RowLoops {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();

  private final double[] values;
  private final int first;
  private final int stride;

  /** {@code [8 j + m]}: p_m of row j of eight. */
  private final double[] partial = new double[8 * MULTIPLE];

  VectorRowLoops(double[] values, int first, int stride) {
    this.first = first;
    this.values = values;
    this.stride = stride;
  }

  /** Eight rows at a time, which hide the latency of fma and share the loads of w; then two. */
  @Override
  public void project(int[] index, int from, int count, double[] w, double[] out) {
    int end = from + count;
    int j = from;
    for (; j < end - 7; j += 8) {
      for (int part = 0; part < MULTIPLE; part += WIDTH) {
        project8(index, j, w, part);
      }
      sum(8, out, j);
    }
    for (; j < end - 1; j += 2) {
      for (int part = 0; part < MULTIPLE; part += WIDTH) {
        project2(index, j, w, part);
      }
      sum(2, out, j);
    }
    if (j < end) {
      for (int part = 0; part < MULTIPLE; part += WIDTH) {
        project1(index, j, w, part);
      }
      sum(1, out, j);
    }
  }

  private void sum(int rows, double[] out, int j) {
    for (int row = 0; row < rows; row++) {
      int p = row * MULTIPLE;
      double q0 = partial[p] + partial[p + 4];
      double q1 = partial[p + 1] + partial[p + 5];
      double q2 = partial[p + 2] + partial[p + 6];
      double q3 = partial[p + 3] + partial[p + 7];
      out[j + row] = (q0 + q2) + (q1 + q3);
    }
  }

  /** Begins without reading the vector: to load again what was just stored would wait for it. */
  @Override
  public void combine(int[] index, int from, int count, double[] factor, double[] sum) {
    if (count >= 8) {
      set8(index, from, factor, sum);
      add(index, from + 8, count - 8, factor, sum);
    } else if (count >= 2) {
      set2(index, from, factor, sum);
      add(index, from + 2, count - 2, factor, sum);
    } else {
      set1(index, from, factor, sum);
    }
  }

  @Override
  public void add(int[] index, int from, int count, double[] factor, double[] sum) {
    int end = from + count;
    int j = from;
    for (; j < end - 7; j += 8) {
      add8(index, j, factor, sum);
    }
    for (; j < end - 1; j += 2) {
      add2(index, j, factor, sum);
    }
    if (j < end) {
      add1(index, j, factor, sum);
    }
  }

  private void project8(int[] index, int j, double[] w, int part) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    int row2 = first + index[j + 2] * stride;
    int row3 = first + index[j + 3] * stride;
    int row4 = first + index[j + 4] * stride;
    int row5 = first + index[j + 5] * stride;
    int row6 = first + index[j + 6] * stride;
    int row7 = first + index[j + 7] * stride;
    DoubleVector p0 = DoubleVector.zero(DOUBLES);
    DoubleVector p1 = DoubleVector.zero(DOUBLES);
    DoubleVector p2 = DoubleVector.zero(DOUBLES);
    DoubleVector p3 = DoubleVector.zero(DOUBLES);
    DoubleVector p4 = DoubleVector.zero(DOUBLES);
    DoubleVector p5 = DoubleVector.zero(DOUBLES);
    DoubleVector p6 = DoubleVector.zero(DOUBLES);
    DoubleVector p7 = DoubleVector.zero(DOUBLES);
    for (int k = part; k < stride; k += MULTIPLE) {
      DoubleVector wk = DoubleVector.fromArray(DOUBLES, w, k);
      p0 = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(wk, p0);
      p1 = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(wk, p1);
      p2 = DoubleVector.fromArray(DOUBLES, values, row2 + k).fma(wk, p2);
      p3 = DoubleVector.fromArray(DOUBLES, values, row3 + k).fma(wk, p3);
      p4 = DoubleVector.fromArray(DOUBLES, values, row4 + k).fma(wk, p4);
      p5 = DoubleVector.fromArray(DOUBLES, values, row5 + k).fma(wk, p5);
      p6 = DoubleVector.fromArray(DOUBLES, values, row6 + k).fma(wk, p6);
      p7 = DoubleVector.fromArray(DOUBLES, values, row7 + k).fma(wk, p7);
    }
    p0.intoArray(partial, part);
    p1.intoArray(partial, MULTIPLE + part);
    p2.intoArray(partial, 2 * MULTIPLE + part);
    p3.intoArray(partial, 3 * MULTIPLE + part);
    p4.intoArray(partial, 4 * MULTIPLE + part);
    p5.intoArray(partial, 5 * MULTIPLE + part);
    p6.intoArray(partial, 6 * MULTIPLE + part);
    p7.intoArray(partial, 7 * MULTIPLE + part);
  }

  private void project2(int[] index, int j, double[] w, int part) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    DoubleVector p0 = DoubleVector.zero(DOUBLES);
    DoubleVector p1 = DoubleVector.zero(DOUBLES);
    for (int k = part; k < stride; k += MULTIPLE) {
      DoubleVector wk = DoubleVector.fromArray(DOUBLES, w, k);
      p0 = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(wk, p0);
      p1 = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(wk, p1);
    }
    p0.intoArray(partial, part);
    p1.intoArray(partial, MULTIPLE + part);
  }

  private void project1(int[] index, int j, double[] w, int part) {
    int row0 = first + index[j] * stride;
    DoubleVector p0 = DoubleVector.zero(DOUBLES);
    for (int k = part; k < stride; k += MULTIPLE) {
      DoubleVector wk = DoubleVector.fromArray(DOUBLES, w, k);
      p0 = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(wk, p0);
    }
    p0.intoArray(partial, part);
  }

  private void set8(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    int row2 = first + index[j + 2] * stride;
    int row3 = first + index[j + 3] * stride;
    int row4 = first + index[j + 4] * stride;
    int row5 = first + index[j + 5] * stride;
    int row6 = first + index[j + 6] * stride;
    int row7 = first + index[j + 7] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    DoubleVector f1 = DoubleVector.broadcast(DOUBLES, factor[j + 1]);
    DoubleVector f2 = DoubleVector.broadcast(DOUBLES, factor[j + 2]);
    DoubleVector f3 = DoubleVector.broadcast(DOUBLES, factor[j + 3]);
    DoubleVector f4 = DoubleVector.broadcast(DOUBLES, factor[j + 4]);
    DoubleVector f5 = DoubleVector.broadcast(DOUBLES, factor[j + 5]);
    DoubleVector f6 = DoubleVector.broadcast(DOUBLES, factor[j + 6]);
    DoubleVector f7 = DoubleVector.broadcast(DOUBLES, factor[j + 7]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.zero(DOUBLES);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(f1, total);
      total = DoubleVector.fromArray(DOUBLES, values, row2 + k).fma(f2, total);
      total = DoubleVector.fromArray(DOUBLES, values, row3 + k).fma(f3, total);
      total = DoubleVector.fromArray(DOUBLES, values, row4 + k).fma(f4, total);
      total = DoubleVector.fromArray(DOUBLES, values, row5 + k).fma(f5, total);
      total = DoubleVector.fromArray(DOUBLES, values, row6 + k).fma(f6, total);
      total = DoubleVector.fromArray(DOUBLES, values, row7 + k).fma(f7, total);
      total.intoArray(sum, k);
    }
  }

  private void set2(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    DoubleVector f1 = DoubleVector.broadcast(DOUBLES, factor[j + 1]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.zero(DOUBLES);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(f1, total);
      total.intoArray(sum, k);
    }
  }

  private void set1(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.zero(DOUBLES);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total.intoArray(sum, k);
    }
  }

  private void add8(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    int row2 = first + index[j + 2] * stride;
    int row3 = first + index[j + 3] * stride;
    int row4 = first + index[j + 4] * stride;
    int row5 = first + index[j + 5] * stride;
    int row6 = first + index[j + 6] * stride;
    int row7 = first + index[j + 7] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    DoubleVector f1 = DoubleVector.broadcast(DOUBLES, factor[j + 1]);
    DoubleVector f2 = DoubleVector.broadcast(DOUBLES, factor[j + 2]);
    DoubleVector f3 = DoubleVector.broadcast(DOUBLES, factor[j + 3]);
    DoubleVector f4 = DoubleVector.broadcast(DOUBLES, factor[j + 4]);
    DoubleVector f5 = DoubleVector.broadcast(DOUBLES, factor[j + 5]);
    DoubleVector f6 = DoubleVector.broadcast(DOUBLES, factor[j + 6]);
    DoubleVector f7 = DoubleVector.broadcast(DOUBLES, factor[j + 7]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.fromArray(DOUBLES, sum, k);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(f1, total);
      total = DoubleVector.fromArray(DOUBLES, values, row2 + k).fma(f2, total);
      total = DoubleVector.fromArray(DOUBLES, values, row3 + k).fma(f3, total);
      total = DoubleVector.fromArray(DOUBLES, values, row4 + k).fma(f4, total);
      total = DoubleVector.fromArray(DOUBLES, values, row5 + k).fma(f5, total);
      total = DoubleVector.fromArray(DOUBLES, values, row6 + k).fma(f6, total);
      total = DoubleVector.fromArray(DOUBLES, values, row7 + k).fma(f7, total);
      total.intoArray(sum, k);
    }
  }

  private void add2(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    int row1 = first + index[j + 1] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    DoubleVector f1 = DoubleVector.broadcast(DOUBLES, factor[j + 1]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.fromArray(DOUBLES, sum, k);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total = DoubleVector.fromArray(DOUBLES, values, row1 + k).fma(f1, total);
      total.intoArray(sum, k);
    }
  }

  private void add1(int[] index, int j, double[] factor, double[] sum) {
    int row0 = first + index[j] * stride;
    DoubleVector f0 = DoubleVector.broadcast(DOUBLES, factor[j]);
    for (int k = 0; k < stride; k += WIDTH) {
      DoubleVector total = DoubleVector.fromArray(DOUBLES, sum, k);
      total = DoubleVector.fromArray(DOUBLES, values, row0 + k).fma(f0, total);
      total.intoArray(sum, k);
    }
  }

  static void squares(double[] x, int n, double[] out) {
    for (int part = 0; part < MULTIPLE; part += WIDTH) {
      DoubleVector p = DoubleVector.zero(DOUBLES);
      for (int k = part; k < n; k += MULTIPLE) {
        DoubleVector xk = DoubleVector.fromArray(DOUBLES, x, k);
        p = xk.fma(xk, p);
      }
      p.intoArray(out, part);
    }
  }
}
