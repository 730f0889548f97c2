package org.escapement.theory.spectral;

import java.util.Arrays;
import java.util.Optional;
import org.escapement.data.DataSet;
import org.escapement.data.Eigenpairs;
import org.escapement.data.Loaded;
import org.escapement.data.Rows;
import org.escapement.model.Vector;

/**
 * The eigenvalues and eigenvectors of X'X/N for the rows of a data set, or of XX'/N where there are
 * fewer rows than coordinates: they have the same eigenvalues but for zeros.
 */
final class Eigenmodes {
  /** Of the smaller side; it takes some seconds. */
  private static final int LARGEST = 1500;

  /** Products that the matrix takes. */
  private static final double MOST_WORK = 1e10;

  /** Smaller ones, over the largest, are rounding. */
  private static final double ZERO = 1e-12;

  private static final Remembered<DataSet, Optional<Eigenmodes>> KNOWN = new Remembered<>();

  private final Rows rows;
  private final boolean byRows;
  private final double[] value;

  /** {@code [k]}: of length 1. */
  private final double[][] vector;

  private Eigenmodes(Rows rows) {
    this.rows = rows;
    this.byRows = rows.count() < rows.dimension();
    Eigenpairs pairs = Eigenpairs.of(byRows ? kernel(rows) : hessian(rows));
    this.value = new double[pairs.size()];
    Arrays.setAll(value, pairs::value);
    this.vector = new double[value.length][];
    Arrays.setAll(vector, pairs::vector);
  }

  /** Empty where there are too many rows and coordinates. */
  static Optional<Eigenmodes> of(DataSet data) {
    return KNOWN.of(data, Eigenmodes::find);
  }

  private static Optional<Eigenmodes> find(DataSet data) {
    Rows rows = Loaded.rows(data);
    int side = Math.min(rows.count(), rows.dimension());
    boolean feasible =
        side <= LARGEST && (double) side * rows.count() * rows.dimension() <= MOST_WORK;
    return feasible ? Optional.of(new Eigenmodes(rows)) : Optional.empty();
  }

  private static double[][] kernel(Rows rows) {
    int n = rows.count();
    double[][] kernel = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < rows.dimension(); k++) {
          sum += rows.at(i, k) * rows.at(j, k);
        }
        kernel[i][j] = sum / n;
        kernel[j][i] = kernel[i][j];
      }
    }
    return kernel;
  }

  private static double[][] hessian(Rows rows) {
    int d = rows.dimension();
    double[][] hessian = new double[d][d];
    for (int i = 0; i < rows.count(); i++) {
      for (int k = 0; k < d; k++) {
        double xk = rows.at(i, k) / rows.count();
        for (int l = 0; l <= k; l++) {
          hessian[k][l] += xk * rows.at(i, l);
        }
      }
    }
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < k; l++) {
        hessian[l][k] = hessian[k][l];
      }
    }
    return hessian;
  }

  /**
   * The modes with the signal of a start, c_k = (u_k.r)^2/N = (v_k.X'r/N)^2/lambda_k for residuals
   * r.
   */
  SpectralModes from(Vector start) {
    double[] residual = residual(rows, start);
    double[] side = byRows ? residual : gradient(residual);
    double largest = Arrays.stream(value).max().orElseThrow();
    int[] kept =
        java.util.stream.IntStream.range(0, value.length)
            .filter(k -> value[k] > ZERO * largest)
            .toArray();
    double[] lambda = new double[kept.length];
    double[] signal = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      double projection = dot(vector[kept[i]], side);
      lambda[i] = value[kept[i]];
      signal[i] = projection * projection / (byRows ? rows.count() : lambda[i]);
    }
    return SpectralModes.of(lambda, signal);
  }

  /** x_i.w - y_i. */
  private static double[] residual(Rows rows, Vector w) {
    double[] residual = new double[rows.count()];
    for (int i = 0; i < residual.length; i++) {
      for (int k = 0; k < w.size(); k++) {
        residual[i] += rows.at(i, k) * w.at(k);
      }
      residual[i] -= rows.targets()[i];
    }
    return residual;
  }

  private double[] gradient(double[] residual) {
    double[] gradient = new double[rows.dimension()];
    for (int i = 0; i < residual.length; i++) {
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += rows.at(i, k) * residual[i] / residual.length;
      }
    }
    return gradient;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The loss at a point, 1/2N sum of the squared residuals. */
  static double loss(Rows rows, Vector w) {
    double[] residual = residual(rows, w);
    return dot(residual, residual) / (2 * rows.count());
  }
}
