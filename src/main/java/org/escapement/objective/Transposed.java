package org.escapement.objective;

import java.util.Arrays;

/**
 * The positions of a few lanes as rows, {@code [i * stride + k]}, which loops over rows of data
 * read and write; batches keep them as {@code [k][i]}.
 */
final class Transposed {
  /** So many lanes at a time: 64 bytes of a coordinate's array, a line of the cache. */
  static final int LANES = 8;

  private final int dimension;
  private final int stride;
  private final double[] values;

  /** Of so many coordinates, with zeros from there to the stride. */
  Transposed(int dimension, int stride) {
    this.dimension = dimension;
    this.stride = stride;
    this.values = new double[LANES * stride];
  }

  /** {@code [i * stride + k]}: coordinate k of lane i. */
  double[] values() {
    return values;
  }

  /** Where the row of a lane begins. */
  int at(int i) {
    return i * stride;
  }

  /** Makes all numbers zero. */
  void clear() {
    Arrays.fill(values, 0);
  }

  /** Takes coordinates of n lanes, at most LANES, from one on. */
  void read(double[][] x, int lane, int n) {
    if (n == LANES) {
      for (int k = 0; k < dimension; k++) {
        read(x[k], lane, k);
      }
    } else {
      for (int k = 0; k < dimension; k++) {
        for (int i = 0; i < n; i++) {
          values[i * stride + k] = x[k][lane + i];
        }
      }
    }
  }

  private void read(double[] coordinate, int lane, int k) {
    for (int i = 0; i < LANES; i++) {
      values[i * stride + k] = coordinate[lane + i];
    }
  }

  /** Gives coordinates to n lanes, at most LANES, from one on. */
  void write(int lane, int n, double[][] x) {
    if (n == LANES) {
      for (int k = 0; k < dimension; k++) {
        write(k, x[k], lane);
      }
    } else {
      for (int k = 0; k < dimension; k++) {
        for (int i = 0; i < n; i++) {
          x[k][lane + i] = values[i * stride + k];
        }
      }
    }
  }

  private void write(int k, double[] coordinate, int lane) {
    for (int i = 0; i < LANES; i++) {
      coordinate[lane + i] = values[i * stride + k];
    }
  }
}
