package org.escapement.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of matrices as many columns at a time as a vector register holds, by blocks of C
 * that stay in registers: 8 rows by 2 vectors for A B, 4 by 3 for A'B, and single vectors for the
 * columns that are left.
 *
 * <p>All of a strip of columns is done before the next, so that the strip of B, or the one of A'B's
 * rows, is read from a near cache.
 */
final class VectorMatrixLoops implements MatrixLoops {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();

  @Override
  public void addProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    int j = 0;
    for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
      for (int i = 0; i < rows; i += 8) {
        product8x2(a, row, i, inner, b, columns, j, c);
      }
    }
    for (; j < columns; j += WIDTH) {
      for (int i = 0; i < rows; i += 8) {
        product8x1(a, row, i, inner, b, columns, j, c);
      }
    }
  }

  @Override
  public void addTransposedProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    int j = 0;
    for (; j + 3 * WIDTH <= columns; j += 3 * WIDTH) {
      for (int k = 0; k < inner; k += 4) {
        transposed4x3(a, row, rows, k, b, columns, j, c);
      }
    }
    for (; j < columns; j += WIDTH) {
      for (int k = 0; k < inner; k += 8) {
        transposed8x1(a, row, rows, k, b, columns, j, c);
      }
    }
  }

  private static void product8x2(
      double[] a, int[] row, int i, int inner, double[] b, int columns, int j, double[] c) {
    int r0 = row[i];
    int r1 = row[i + 1];
    int r2 = row[i + 2];
    int r3 = row[i + 3];
    int r4 = row[i + 4];
    int r5 = row[i + 5];
    int r6 = row[i + 6];
    int r7 = row[i + 7];
    int at = i * columns + j;
    DoubleVector c00 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c01 = DoubleVector.fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector c10 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c11 = DoubleVector.fromArray(DOUBLES, c, at + columns + WIDTH);
    DoubleVector c20 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c21 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns + WIDTH);
    DoubleVector c30 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c31 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns + WIDTH);
    DoubleVector c40 = DoubleVector.fromArray(DOUBLES, c, at + 4 * columns);
    DoubleVector c41 = DoubleVector.fromArray(DOUBLES, c, at + 4 * columns + WIDTH);
    DoubleVector c50 = DoubleVector.fromArray(DOUBLES, c, at + 5 * columns);
    DoubleVector c51 = DoubleVector.fromArray(DOUBLES, c, at + 5 * columns + WIDTH);
    DoubleVector c60 = DoubleVector.fromArray(DOUBLES, c, at + 6 * columns);
    DoubleVector c61 = DoubleVector.fromArray(DOUBLES, c, at + 6 * columns + WIDTH);
    DoubleVector c70 = DoubleVector.fromArray(DOUBLES, c, at + 7 * columns);
    DoubleVector c71 = DoubleVector.fromArray(DOUBLES, c, at + 7 * columns + WIDTH);
    int from = j;
    for (int k = 0; k < inner; k++) {
      DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, from);
      DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, from + WIDTH);
      DoubleVector a0 = DoubleVector.broadcast(DOUBLES, a[r0 + k]);
      c00 = b0.fma(a0, c00);
      c01 = b1.fma(a0, c01);
      DoubleVector a1 = DoubleVector.broadcast(DOUBLES, a[r1 + k]);
      c10 = b0.fma(a1, c10);
      c11 = b1.fma(a1, c11);
      DoubleVector a2 = DoubleVector.broadcast(DOUBLES, a[r2 + k]);
      c20 = b0.fma(a2, c20);
      c21 = b1.fma(a2, c21);
      DoubleVector a3 = DoubleVector.broadcast(DOUBLES, a[r3 + k]);
      c30 = b0.fma(a3, c30);
      c31 = b1.fma(a3, c31);
      DoubleVector a4 = DoubleVector.broadcast(DOUBLES, a[r4 + k]);
      c40 = b0.fma(a4, c40);
      c41 = b1.fma(a4, c41);
      DoubleVector a5 = DoubleVector.broadcast(DOUBLES, a[r5 + k]);
      c50 = b0.fma(a5, c50);
      c51 = b1.fma(a5, c51);
      DoubleVector a6 = DoubleVector.broadcast(DOUBLES, a[r6 + k]);
      c60 = b0.fma(a6, c60);
      c61 = b1.fma(a6, c61);
      DoubleVector a7 = DoubleVector.broadcast(DOUBLES, a[r7 + k]);
      c70 = b0.fma(a7, c70);
      c71 = b1.fma(a7, c71);
      from += columns;
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + WIDTH);
    c10.intoArray(c, at + columns);
    c11.intoArray(c, at + columns + WIDTH);
    c20.intoArray(c, at + 2 * columns);
    c21.intoArray(c, at + 2 * columns + WIDTH);
    c30.intoArray(c, at + 3 * columns);
    c31.intoArray(c, at + 3 * columns + WIDTH);
    c40.intoArray(c, at + 4 * columns);
    c41.intoArray(c, at + 4 * columns + WIDTH);
    c50.intoArray(c, at + 5 * columns);
    c51.intoArray(c, at + 5 * columns + WIDTH);
    c60.intoArray(c, at + 6 * columns);
    c61.intoArray(c, at + 6 * columns + WIDTH);
    c70.intoArray(c, at + 7 * columns);
    c71.intoArray(c, at + 7 * columns + WIDTH);
  }

  private static void product8x1(
      double[] a, int[] row, int i, int inner, double[] b, int columns, int j, double[] c) {
    int r0 = row[i];
    int r1 = row[i + 1];
    int r2 = row[i + 2];
    int r3 = row[i + 3];
    int r4 = row[i + 4];
    int r5 = row[i + 5];
    int r6 = row[i + 6];
    int r7 = row[i + 7];
    int at = i * columns + j;
    DoubleVector c0 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c1 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c2 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c3 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c4 = DoubleVector.fromArray(DOUBLES, c, at + 4 * columns);
    DoubleVector c5 = DoubleVector.fromArray(DOUBLES, c, at + 5 * columns);
    DoubleVector c6 = DoubleVector.fromArray(DOUBLES, c, at + 6 * columns);
    DoubleVector c7 = DoubleVector.fromArray(DOUBLES, c, at + 7 * columns);
    int from = j;
    for (int k = 0; k < inner; k++) {
      DoubleVector bk = DoubleVector.fromArray(DOUBLES, b, from);
      c0 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r0 + k]), c0);
      c1 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r1 + k]), c1);
      c2 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r2 + k]), c2);
      c3 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r3 + k]), c3);
      c4 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r4 + k]), c4);
      c5 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r5 + k]), c5);
      c6 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r6 + k]), c6);
      c7 = bk.fma(DoubleVector.broadcast(DOUBLES, a[r7 + k]), c7);
      from += columns;
    }
    c0.intoArray(c, at);
    c1.intoArray(c, at + columns);
    c2.intoArray(c, at + 2 * columns);
    c3.intoArray(c, at + 3 * columns);
    c4.intoArray(c, at + 4 * columns);
    c5.intoArray(c, at + 5 * columns);
    c6.intoArray(c, at + 6 * columns);
    c7.intoArray(c, at + 7 * columns);
  }

  private static void transposed4x3(
      double[] a, int[] row, int rows, int k, double[] b, int columns, int j, double[] c) {
    int at = k * columns + j;
    DoubleVector c00 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c01 = DoubleVector.fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector c02 = DoubleVector.fromArray(DOUBLES, c, at + 2 * WIDTH);
    DoubleVector c10 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c11 = DoubleVector.fromArray(DOUBLES, c, at + columns + WIDTH);
    DoubleVector c12 = DoubleVector.fromArray(DOUBLES, c, at + columns + 2 * WIDTH);
    DoubleVector c20 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c21 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns + WIDTH);
    DoubleVector c22 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns + 2 * WIDTH);
    DoubleVector c30 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c31 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns + WIDTH);
    DoubleVector c32 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns + 2 * WIDTH);
    int from = j;
    for (int i = 0; i < rows; i++) {
      int ai = row[i] + k;
      DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, from);
      DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, from + WIDTH);
      DoubleVector b2 = DoubleVector.fromArray(DOUBLES, b, from + 2 * WIDTH);
      DoubleVector a0 = DoubleVector.broadcast(DOUBLES, a[ai]);
      c00 = b0.fma(a0, c00);
      c01 = b1.fma(a0, c01);
      c02 = b2.fma(a0, c02);
      DoubleVector a1 = DoubleVector.broadcast(DOUBLES, a[ai + 1]);
      c10 = b0.fma(a1, c10);
      c11 = b1.fma(a1, c11);
      c12 = b2.fma(a1, c12);
      DoubleVector a2 = DoubleVector.broadcast(DOUBLES, a[ai + 2]);
      c20 = b0.fma(a2, c20);
      c21 = b1.fma(a2, c21);
      c22 = b2.fma(a2, c22);
      DoubleVector a3 = DoubleVector.broadcast(DOUBLES, a[ai + 3]);
      c30 = b0.fma(a3, c30);
      c31 = b1.fma(a3, c31);
      c32 = b2.fma(a3, c32);
      from += columns;
    }
    c00.intoArray(c, at);
    c01.intoArray(c, at + WIDTH);
    c02.intoArray(c, at + 2 * WIDTH);
    c10.intoArray(c, at + columns);
    c11.intoArray(c, at + columns + WIDTH);
    c12.intoArray(c, at + columns + 2 * WIDTH);
    c20.intoArray(c, at + 2 * columns);
    c21.intoArray(c, at + 2 * columns + WIDTH);
    c22.intoArray(c, at + 2 * columns + 2 * WIDTH);
    c30.intoArray(c, at + 3 * columns);
    c31.intoArray(c, at + 3 * columns + WIDTH);
    c32.intoArray(c, at + 3 * columns + 2 * WIDTH);
  }

  private static void transposed8x1(
      double[] a, int[] row, int rows, int k, double[] b, int columns, int j, double[] c) {
    int at = k * columns + j;
    DoubleVector c0 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c1 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c2 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c3 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c4 = DoubleVector.fromArray(DOUBLES, c, at + 4 * columns);
    DoubleVector c5 = DoubleVector.fromArray(DOUBLES, c, at + 5 * columns);
    DoubleVector c6 = DoubleVector.fromArray(DOUBLES, c, at + 6 * columns);
    DoubleVector c7 = DoubleVector.fromArray(DOUBLES, c, at + 7 * columns);
    int from = j;
    for (int i = 0; i < rows; i++) {
      int ai = row[i] + k;
      DoubleVector bk = DoubleVector.fromArray(DOUBLES, b, from);
      c0 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai]), c0);
      c1 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 1]), c1);
      c2 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 2]), c2);
      c3 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 3]), c3);
      c4 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 4]), c4);
      c5 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 5]), c5);
      c6 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 6]), c6);
      c7 = bk.fma(DoubleVector.broadcast(DOUBLES, a[ai + 7]), c7);
      from += columns;
    }
    c0.intoArray(c, at);
    c1.intoArray(c, at + columns);
    c2.intoArray(c, at + 2 * columns);
    c3.intoArray(c, at + 3 * columns);
    c4.intoArray(c, at + 4 * columns);
    c5.intoArray(c, at + 5 * columns);
    c6.intoArray(c, at + 6 * columns);
    c7.intoArray(c, at + 7 * columns);
  }
}
