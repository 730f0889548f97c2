package org.escapement.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The products of matrices as many columns at a time as a vector register holds, by blocks of C
 * that stay in registers: 8 rows by 2 vectors where there are 32 registers, as with vectors of 512
 * bit, else 4 by 2. A working copy, born on one thread.
 */
final class VectorMatrixLoops implements MatrixLoops {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final int WIDTH = DOUBLES.length();
  private static final boolean WIDE = WIDTH == 8;
  private static final int ROWS = WIDE ? 8 : 4;

  /** Rows of B of which a strip of columns stays in the first-level cache for all rows of A. */
  private static final int PART = 128;

  /** Columns of A that are copied together, because they share lines of the cache. */
  private static final int STRIP = 8;

  /** {@code [8 i + k]}: a strip of A. */
  private double[] strip = new double[0];

  @Override
  public void addProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    for (int first = 0; first < inner; first += PART) {
      addProduct(a, row, rows, first, Math.min(inner, first + PART), b, columns, c);
    }
  }

  private static void addProduct(
      double[] a, int[] row, int rows, int first, int end, double[] b, int columns, double[] c) {
    int j = 0;
    for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
      for (int i = 0; i < rows; i += ROWS) {
        if (WIDE) {
          product8x2(a, row, i, first, end, b, columns, j, c);
        } else {
          product4x2(a, row, i, first, end, b, columns, j, c);
        }
      }
    }
    if (j < columns) {
      for (int i = 0; i < rows; i += 8) {
        product8x1(a, row, i, first, end, b, columns, j, c);
      }
    }
  }

  @Override
  public void addTransposedProduct(
      double[] a, int[] row, int rows, int inner, double[] b, int columns, double[] c) {
    if (strip.length < STRIP * rows) {
      strip = new double[STRIP * rows];
    }
    for (int k = 0; k < inner; k += STRIP) {
      for (int i = 0; i < rows; i++) {
        System.arraycopy(a, row[i] + k, strip, STRIP * i, STRIP);
      }
      addStrip(strip, rows, b, columns, k, c);
    }
  }

  private static void addStrip(double[] a, int rows, double[] b, int columns, int k, double[] c) {
    int j = 0;
    for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
      for (int part = 0; part < STRIP; part += ROWS) {
        if (WIDE) {
          transposed8x2(a, part, rows, b, columns, j, k, c);
        } else {
          transposed4x2(a, part, rows, b, columns, j, k, c);
        }
      }
    }
    if (j < columns) {
      transposed8x1(a, 0, rows, b, columns, j, k, c);
    }
  }

  private static void product8x2(
      double[] a,
      int[] row,
      int i,
      int first,
      int end,
      double[] b,
      int columns,
      int j,
      double[] c) {
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
    int from = first * columns + j;
    for (int k = first; k < end; k++) {
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

  private static void product4x2(
      double[] a,
      int[] row,
      int i,
      int first,
      int end,
      double[] b,
      int columns,
      int j,
      double[] c) {
    int r0 = row[i];
    int r1 = row[i + 1];
    int r2 = row[i + 2];
    int r3 = row[i + 3];
    int at = i * columns + j;
    DoubleVector c00 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c01 = DoubleVector.fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector c10 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c11 = DoubleVector.fromArray(DOUBLES, c, at + columns + WIDTH);
    DoubleVector c20 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c21 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns + WIDTH);
    DoubleVector c30 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c31 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns + WIDTH);
    int from = first * columns + j;
    for (int k = first; k < end; k++) {
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
  }

  private static void product8x1(
      double[] a,
      int[] row,
      int i,
      int first,
      int end,
      double[] b,
      int columns,
      int j,
      double[] c) {
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
    int from = first * columns + j;
    for (int k = first; k < end; k++) {
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

  private static void transposed8x2(
      double[] a, int part, int rows, double[] b, int columns, int j, int k, double[] c) {
    int at = (k + part) * columns + j;
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
    for (int i = part; i < STRIP * rows + part; i += STRIP) {
      DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, from);
      DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, from + WIDTH);
      DoubleVector a0 = DoubleVector.broadcast(DOUBLES, a[i]);
      c00 = b0.fma(a0, c00);
      c01 = b1.fma(a0, c01);
      DoubleVector a1 = DoubleVector.broadcast(DOUBLES, a[i + 1]);
      c10 = b0.fma(a1, c10);
      c11 = b1.fma(a1, c11);
      DoubleVector a2 = DoubleVector.broadcast(DOUBLES, a[i + 2]);
      c20 = b0.fma(a2, c20);
      c21 = b1.fma(a2, c21);
      DoubleVector a3 = DoubleVector.broadcast(DOUBLES, a[i + 3]);
      c30 = b0.fma(a3, c30);
      c31 = b1.fma(a3, c31);
      DoubleVector a4 = DoubleVector.broadcast(DOUBLES, a[i + 4]);
      c40 = b0.fma(a4, c40);
      c41 = b1.fma(a4, c41);
      DoubleVector a5 = DoubleVector.broadcast(DOUBLES, a[i + 5]);
      c50 = b0.fma(a5, c50);
      c51 = b1.fma(a5, c51);
      DoubleVector a6 = DoubleVector.broadcast(DOUBLES, a[i + 6]);
      c60 = b0.fma(a6, c60);
      c61 = b1.fma(a6, c61);
      DoubleVector a7 = DoubleVector.broadcast(DOUBLES, a[i + 7]);
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

  private static void transposed4x2(
      double[] a, int part, int rows, double[] b, int columns, int j, int k, double[] c) {
    int at = (k + part) * columns + j;
    DoubleVector c00 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c01 = DoubleVector.fromArray(DOUBLES, c, at + WIDTH);
    DoubleVector c10 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c11 = DoubleVector.fromArray(DOUBLES, c, at + columns + WIDTH);
    DoubleVector c20 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c21 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns + WIDTH);
    DoubleVector c30 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c31 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns + WIDTH);
    int from = j;
    for (int i = part; i < STRIP * rows + part; i += STRIP) {
      DoubleVector b0 = DoubleVector.fromArray(DOUBLES, b, from);
      DoubleVector b1 = DoubleVector.fromArray(DOUBLES, b, from + WIDTH);
      DoubleVector a0 = DoubleVector.broadcast(DOUBLES, a[i]);
      c00 = b0.fma(a0, c00);
      c01 = b1.fma(a0, c01);
      DoubleVector a1 = DoubleVector.broadcast(DOUBLES, a[i + 1]);
      c10 = b0.fma(a1, c10);
      c11 = b1.fma(a1, c11);
      DoubleVector a2 = DoubleVector.broadcast(DOUBLES, a[i + 2]);
      c20 = b0.fma(a2, c20);
      c21 = b1.fma(a2, c21);
      DoubleVector a3 = DoubleVector.broadcast(DOUBLES, a[i + 3]);
      c30 = b0.fma(a3, c30);
      c31 = b1.fma(a3, c31);
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
  }

  private static void transposed8x1(
      double[] a, int part, int rows, double[] b, int columns, int j, int k, double[] c) {
    int at = (k + part) * columns + j;
    DoubleVector c0 = DoubleVector.fromArray(DOUBLES, c, at);
    DoubleVector c1 = DoubleVector.fromArray(DOUBLES, c, at + columns);
    DoubleVector c2 = DoubleVector.fromArray(DOUBLES, c, at + 2 * columns);
    DoubleVector c3 = DoubleVector.fromArray(DOUBLES, c, at + 3 * columns);
    DoubleVector c4 = DoubleVector.fromArray(DOUBLES, c, at + 4 * columns);
    DoubleVector c5 = DoubleVector.fromArray(DOUBLES, c, at + 5 * columns);
    DoubleVector c6 = DoubleVector.fromArray(DOUBLES, c, at + 6 * columns);
    DoubleVector c7 = DoubleVector.fromArray(DOUBLES, c, at + 7 * columns);
    int from = j;
    for (int i = part; i < STRIP * rows + part; i += STRIP) {
      DoubleVector bk = DoubleVector.fromArray(DOUBLES, b, from);
      c0 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i]), c0);
      c1 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 1]), c1);
      c2 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 2]), c2);
      c3 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 3]), c3);
      c4 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 4]), c4);
      c5 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 5]), c5);
      c6 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 6]), c6);
      c7 = bk.fma(DoubleVector.broadcast(DOUBLES, a[i + 7]), c7);
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
