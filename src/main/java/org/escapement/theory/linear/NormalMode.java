package org.escapement.theory.linear;

import java.util.Arrays;
import org.escapement.theory.numeric.MatrixPowers;

/** Mean and covariance of one mode: its law where every kick is normal and the same everywhere. */
public final class NormalMode implements ModeLaw {
  private final double kickVariance;
  private final int size;

  /** 1, the mean of z, and the covariances of z_i and z_j for i <= j. */
  private double[] state;

  private LinearStep of;
  private MatrixPowers powers;

  /** At a fixed z. */
  public NormalMode(double[] start, double kickVariance) {
    this.kickVariance = kickVariance;
    this.size = start.length;
    this.state = new double[1 + size + size * (size + 1) / 2];
    state[0] = 1;
    System.arraycopy(start, 0, state, 1, size);
  }

  @Override
  public void advance(LinearStep step, long times) {
    if (of != step) {
      of = step;
      powers = new MatrixPowers(matrix(step));
    }
    state = powers.apply(times, state);
  }

  /** V' = A V A^T + b b^T times the variance of the kick. */
  private double[][] matrix(LinearStep step) {
    double[][] a = step.matrix();
    double[][] matrix = new double[state.length][state.length];
    matrix[0][0] = 1;
    for (int i = 0; i < size; i++) {
      System.arraycopy(a[i], 0, matrix[1 + i], 1, size);
      for (int j = i; j < size; j++) {
        double[] row = matrix[covariance(i, j)];
        row[0] = step.kick()[i] * step.kick()[j] * kickVariance;
        for (int k = 0; k < size; k++) {
          for (int l = 0; l < size; l++) {
            row[covariance(Math.min(k, l), Math.max(k, l))] += a[i][k] * a[j][l];
          }
        }
      }
    }
    return matrix;
  }

  /** Where the covariance of z_i and z_j stands, i <= j. */
  private int covariance(int i, int j) {
    return 1 + size + j * (j + 1) / 2 + i;
  }

  @Override
  public StateLaw state() {
    double[] mean = Arrays.copyOfRange(state, 1, 1 + size);
    double[][] covariances = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        covariances[i][j] = state[covariance(Math.min(i, j), Math.max(i, j))];
      }
    }
    return new NormalState(mean, covariances);
  }
}
