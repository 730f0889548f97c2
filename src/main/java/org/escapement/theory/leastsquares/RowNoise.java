package org.escapement.theory.leastsquares;

/**
 * Batches of the rows of a data set: gamma (1/N sum_i x_i x_i' E (x_i.e + r_i)^2 - H E ee' H), with
 * r_i the residual of row i at the solution. It needs moments of x to the fourth order, hence O(N
 * d^2) operations.
 *
 * <p>Source: M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of mini-batch SGD via generating
 * functions, ICLR 2023, arXiv 2206.11124, for targets without residuals.
 */
final class RowNoise implements GradientNoise {
  private final double gamma;
  private final double[] curvature;
  private final int rows;

  /**
   * {@code [i][a]}: component a of row i, rows and components padded with zeros to multiples of 4.
   */
  private final double[][] row;

  /** {@code [i]}: r_i. */
  private final double[] residual;

  /** Scratch, {@code [i]}: E (x_i.e + r_i)^2. */
  private final double[] square;

  /** Scratch. */
  private final double[][] padded;

  private final double[] projection;
  private final double[] factors = new double[4];

  /**
   * @param gamma the variance of the mean of a batch to that of a single row
   * @param components {@code [i][a]}: of row i along mode a
   */
  RowNoise(double gamma, double[] curvature, double[][] components, double[] residual) {
    this.gamma = gamma;
    this.curvature = curvature;
    this.rows = components.length;
    this.residual = residual;
    int stride = padded(curvature.length);
    this.row = new double[padded(rows)][stride];
    for (int i = 0; i < rows; i++) {
      System.arraycopy(components[i], 0, row[i], 0, curvature.length);
    }
    this.square = new double[row.length];
    this.padded = new double[stride][stride];
    this.projection = new double[stride];
  }

  private static int padded(int n) {
    return (n + 3) & -4;
  }

  @Override
  public void covariance(double[][] second, double[] mean, double[][] out) {
    int r = curvature.length;
    for (int a = 0; a < r; a++) {
      System.arraycopy(second[a], 0, padded[a], 0, r);
    }
    for (int i = 0; i < rows; i++) {
      double tilt = 2 * residual[i] * Vectors.dot(mean, row[i]);
      square[i] = Math.max(0, form(row[i]) + tilt + residual[i] * residual[i]);
    }
    weightedProducts();
    for (int a = 0; a < r; a++) {
      for (int b = 0; b <= a; b++) {
        double known = curvature[a] * curvature[b] * second[a][b];
        out[a][b] = gamma * (padded[a][b] / rows - known);
        out[b][a] = out[a][b];
      }
    }
  }

  /** x.Px for the symmetric matrix in {@link #padded}, from its lower half in blocks of 4 rows. */
  private double form(double[] x) {
    double onDiagonal = 0;
    java.util.Arrays.fill(projection, 0);
    for (int a = 0; a < x.length; a += 4) {
      System.arraycopy(x, a, factors, 0, 4);
      Vectors.addFour(
          factors, padded[a], padded[a + 1], padded[a + 2], padded[a + 3], a, projection);
      for (int p = a; p < a + 4; p++) {
        for (int q = a; q < a + 4; q++) {
          onDiagonal += x[p] * padded[p][q] * x[q];
        }
      }
    }
    return 2 * Vectors.dot(x, projection) + onDiagonal;
  }

  /** The lower half of sum_i square_i x_i x_i', into {@link #padded}. */
  private void weightedProducts() {
    for (double[] line : padded) {
      java.util.Arrays.fill(line, 0);
    }
    for (int i = 0; i < row.length; i += 4) {
      for (int a = 0; a < padded.length; a++) {
        for (int q = 0; q < 4; q++) {
          factors[q] = square[i + q] * row[i + q][a];
        }
        Vectors.addFour(factors, row[i], row[i + 1], row[i + 2], row[i + 3], a + 1, padded[a]);
      }
    }
  }
}
