package org.escapement.measure;

/** Lengths of vectors that stand across arrays. */
final class Lengths {
  private Lengths() {}

  /** The length of lane i of {@code x[k][i]}, 0 <= k < dimension. */
  static double of(double[][] x, int dimension, int i) {
    double sum = 0;
    for (int k = 0; k < dimension; k++) {
      sum += x[k][i] * x[k][i];
    }
    return Math.sqrt(sum);
  }
}
