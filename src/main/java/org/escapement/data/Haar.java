package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * N rows with X'X/N = diag(lambda) exactly, whose kernel XX' has uniformly (Haar) distributed
 * eigenvectors: x_ik = sqrt(N lambda_k) Q_ik. The d columns of Q come from normal numbers by Gram
 * and Schmidt, each made positive multiples of what is left of it, so that Q is uniform among the N
 * x d matrices with orthonormal columns (F. Mezzadri, Notices AMS 54, 592, 2007). Targets are y_i =
 * x_i.w with lambda_k w_k^2 = A k^(-kappa - 1).
 *
 * <p>Source: the synthetic problem of M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of
 * mini-batch SGD via generating functions, ICLR 2023, arXiv 2206.11124, has N = d and A such that
 * the sum of all squared residuals, N sum_k c_k, is 1.
 */
public record Haar(
    @Parameter(value = "Number N of rows, at least d", range = "[1, 16384]") int rows,
    @Parameter("Eigenvalues lambda_k of X'X/N") Spectrum spectrum,
    @Parameter(
            value = "Exponent kappa: tail sums of the target fall as k^-kappa",
            range = "(-16, 16)",
            standard = "1.5")
        double targetExponent,
    @Parameter(
            value = "Size A, with lambda_k w_k^2 = A k^(-kappa - 1)",
            range = "[0, inf)",
            standard = "1")
        double targetScale,
    @Parameter(value = "Number of the data set", range = "[0, 1000000000]", standard = "0")
        int instance)
    implements DataSet {

  /** Checks the ranges. */
  public Haar {
    Check.in("[1, 16384]", rows, "rows");
    new PlantedTarget(targetExponent, targetScale);
    Check.in("[0, 1000000000]", instance, "instance");
    Normals.checkSize(rows, spectrum.modes());
    if (spectrum.modes() > rows) {
      throw new IllegalArgumentException(
          "rows must be at least the number of eigenvalues, %d, got %d"
              .formatted(spectrum.modes(), rows));
    }
  }

  @Override
  public Rows rows(Files files) {
    double[] lambda = spectrum.values();
    double[][] q = Normals.rows("haar", instance, lambda.length, rows);
    Orthonormal.make(q);
    double[][] x = new double[rows][lambda.length];
    for (int k = 0; k < lambda.length; k++) {
      double length = Math.sqrt(rows * lambda[k]);
      for (int i = 0; i < rows; i++) {
        x[i][k] = length * q[k][i];
      }
    }
    return Rows.planted(x, new PlantedTarget(targetExponent, targetScale).solution(spectrum));
  }
}
