package org.escapement.theory.linear;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * One mode of a linear diffusion: dz = F z dt + b dW, where z begins with the position x, and W is
 * Brownian motion of variance constant + quadratic x^2 per time (Ito).
 *
 * @param drift F
 * @param kick b
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LinearDiffusion(double[][] drift, double[] kick, double constant, double quadratic) {

  /** One without memory. */
  static LinearDiffusion of(double drift, double constant, double quadratic) {
    return new LinearDiffusion(new double[][] {{drift}}, new double[] {1}, constant, quadratic);
  }

  /** The same in units of a time. */
  LinearDiffusion inUnitsOf(double time) {
    double[][] faster = new double[drift.length][];
    for (int i = 0; i < drift.length; i++) {
      faster[i] = Arrays.stream(drift[i]).map(f -> time * f).toArray();
    }
    return new LinearDiffusion(faster, kick, time * constant, time * quadratic);
  }

  /**
   * The position after a time, from a fixed position with the rest of z zero: 1, E z_i and E z_i
   * z_j obey a linear equation, whose matrix is exponentiated; so do 1, E z_i and the covariances
   * where the noise is the same everywhere.
   */
  public StateLaw positionAfter(double time, double start) {
    int size = kick.length;
    double[] state = new double[1 + size + size * (size + 1) / 2];
    state[0] = 1;
    state[1] = start;
    state[pair(0, 0)] = quadratic == 0 ? 0 : start * start;
    RealMatrix generator = new Array2DRowRealMatrix(generator(state.length), false);
    double[] end = MatrixUtils.matrixExponential(generator.scalarMultiply(time)).operate(state);
    return quadratic == 0
        ? StateLaw.normal(end[1], end[pair(0, 0)])
        : new RawState(new double[][] {{1}, {end[1]}, {end[pair(0, 0)]}});
  }

  /** Where the moment of z_i and z_j stands, in either order. */
  private int pair(int i, int j) {
    int low = Math.min(i, j);
    int high = Math.max(i, j);
    return 1 + kick.length + high * (high + 1) / 2 + low;
  }

  /** d E z z^T = F E z z^T + E z z^T F^T + b b^T (constant + quadratic E x^2). */
  private double[][] generator(int length) {
    int size = kick.length;
    double[][] g = new double[length][length];
    for (int i = 0; i < size; i++) {
      System.arraycopy(drift[i], 0, g[1 + i], 1, size);
      for (int j = i; j < size; j++) {
        double[] row = g[pair(i, j)];
        row[0] = kick[i] * kick[j] * constant;
        row[pair(0, 0)] += kick[i] * kick[j] * quadratic;
        for (int k = 0; k < size; k++) {
          row[pair(k, j)] += drift[i][k];
          row[pair(i, k)] += drift[j][k];
        }
      }
    }
    return g;
  }
}
