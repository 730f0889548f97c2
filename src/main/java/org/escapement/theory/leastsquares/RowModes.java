package org.escapement.theory.leastsquares;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.escapement.data.Eigenpairs;
import org.escapement.data.Rows;
import org.escapement.model.Vector;

/**
 * The rows of a data set along the eigenvectors of X'X/N.
 *
 * @param components {@code [i][a]}: of row i along eigenvector a
 * @param residual {@code [i]}: x_i.s - y_i at the solution
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowModes(ErrorModes error, double[][] components, double[] residual) {
  /** Eigenvalues below this share of the largest, times the dimension, are rounding. */
  private static final double ROUNDING = 0x1p-50;

  static RowModes of(Rows rows, Vector start) {
    Eigenpairs eigen = Eigenpairs.of(hessian(rows));
    double least = ROUNDING * rows.dimension() * eigen.value(0);
    int[] kept = IntStream.range(0, eigen.size()).filter(a -> eigen.value(a) > least).toArray();
    double[] curvature = Arrays.stream(kept).mapToDouble(eigen::value).toArray();
    double[][] axes = Arrays.stream(kept).mapToObj(eigen::vector).toArray(double[][]::new);
    double[][] components = components(rows, axes);
    double[] solution = solution(rows, axes, curvature, components);
    return of(rows, start.toArray(), curvature, axes, components, solution);
  }

  private static RowModes of(
      Rows rows,
      double[] start,
      double[] curvature,
      double[][] axes,
      double[][] components,
      double[] optimum) {
    double[] error = new double[axes.length];
    double[] solution = start.clone();
    for (int a = 0; a < axes.length; a++) {
      error[a] = Vectors.dot(axes[a], start) - optimum[a];
      Vectors.add(-error[a], axes[a], solution);
    }
    double[] residual = new double[rows.count()];
    double squares = 0;
    for (int i = 0; i < residual.length; i++) {
      residual[i] = rows.solution().isPresent() ? 0 : residual(rows, i, components[i], optimum);
      squares += residual[i] * residual[i];
    }
    double leastLoss = squares / (2 * residual.length);
    return new RowModes(
        new ErrorModes(curvature, Optional.of(axes), solution, leastLoss, error),
        components,
        residual);
  }

  private static double residual(Rows rows, int i, double[] components, double[] optimum) {
    return Vectors.dot(components, optimum) - rows.targets()[i];
  }

  private static double[][] hessian(Rows rows) {
    int d = rows.dimension();
    double[][] hessian = new double[d][d];
    for (int i = 0; i < rows.count(); i++) {
      double[] row = row(rows, i);
      for (int k = 0; k < d; k++) {
        Vectors.add(row[k] / rows.count(), row, hessian[k]);
      }
    }
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < k; l++) {
        hessian[l][k] = hessian[k][l];
      }
    }
    return hessian;
  }

  private static double[] row(Rows rows, int i) {
    int from = Rows.FIRST + i * rows.stride();
    return Arrays.copyOfRange(rows.values(), from, from + rows.dimension());
  }

  private static double[][] components(Rows rows, double[][] axes) {
    double[][] components = new double[rows.count()][axes.length];
    for (int i = 0; i < components.length; i++) {
      double[] row = row(rows, i);
      for (int a = 0; a < axes.length; a++) {
        components[i][a] = Vectors.dot(axes[a], row);
      }
    }
    return components;
  }

  /** {@code [a]}: the least squares solution along the eigenvectors. */
  private static double[] solution(
      Rows rows, double[][] axes, double[] curvature, double[][] components) {
    double[] optimum = new double[axes.length];
    if (rows.solution().isPresent()) {
      double[] planted = rows.solution().get().toArray();
      Arrays.setAll(optimum, a -> Vectors.dot(axes[a], planted));
      return optimum;
    }
    for (int i = 0; i < components.length; i++) {
      Vectors.add(rows.targets()[i] / rows.count(), components[i], optimum);
    }
    for (int a = 0; a < optimum.length; a++) {
      optimum[a] /= curvature[a];
    }
    return optimum;
  }

  /** Of batches; without any when the whole sum is seen. */
  GradientNoise noise(double gamma) {
    return gamma == 0
        ? new NoGradientNoise()
        : new RowNoise(gamma, error.curvature(), components, residual);
  }
}
