package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * A fixed sample of N rows x_i ~ N(0, diag(lambda)), with targets y_i = x_i.w + s e_i, e_i ~ N(0,
 * 1). The planted w_k, with lambda_k w_k^2 = A k^(-kappa - 1), minimises the mean over all rows
 * that there could be; over these rows it does where s = 0.
 */
public record GaussianRows(
    @Parameter(value = "Number N of rows", range = "[1, 1048576]") int rows,
    @Parameter("Eigenvalues lambda_k of E xx'") Spectrum spectrum,
    @Parameter(
            value = "Exponent kappa: tail sums of the target fall as k^-kappa",
            range = "(-16, 16)",
            standard = "1.5")
        double targetExponent,
    @Parameter(
            value =
                "Size A, with lambda_k w_k^2 = A k^(-kappa - 1); 0 for targets that are noise only",
            range = "[0, inf)",
            standard = "1")
        double targetScale,
    @Parameter(
            value = "Standard deviation s of the labels about x.w",
            range = "[0, inf)",
            standard = "0")
        double labelNoise,
    @Parameter(value = "Number of the data set", range = "[0, 1000000000]", standard = "0")
        int instance)
    implements DataSet {

  /** Checks the ranges. */
  public GaussianRows {
    Check.in("[1, 1048576]", rows, "rows");
    new PlantedTarget(targetExponent, targetScale);
    Check.notNegative(labelNoise, "label-noise");
    Check.in("[0, 1000000000]", instance, "instance");
    Normals.checkSize(rows, spectrum.modes());
  }

  @Override
  public Rows rows(Files files) {
    double[] lambda = spectrum.values();
    int d = lambda.length;
    double[][] normal = Normals.rows("gaussian-rows", instance, rows, d + 1);
    double[][] x = new double[rows][d];
    double[] noise = new double[rows];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < d; k++) {
        x[i][k] = Math.sqrt(lambda[k]) * normal[i][k + 1];
      }
      noise[i] = labelNoise * normal[i][0];
    }
    Rows planted =
        Rows.planted(x, new PlantedTarget(targetExponent, targetScale).solution(spectrum));
    return labelNoise == 0 ? planted : withNoise(x, planted.targets(), noise);
  }

  private static Rows withNoise(double[][] x, double[] targets, double[] noise) {
    double[] noisy = targets.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += noise[i];
    }
    return Rows.of(x, noisy);
  }
}
