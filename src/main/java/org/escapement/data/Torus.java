package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * Points on a circle seen through cosines and sines: translation-invariant data. Row i is (sqrt(2
 * lambda_m) cos(2 pi m i/N), sqrt(2 lambda_m) sin(2 pi m i/N)) for m = 1, ..., M, and the targets
 * are x_i.w with lambda_m w_m^2 = A m^(-kappa - 1) in both coordinates of m.
 *
 * <p>X'X/N is diagonal with each lambda_m twice.
 *
 * <p>Source: M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of mini-batch SGD via generating
 * functions, ICLR 2023, arXiv 2206.11124: for such data the spectrally expressible approximation
 * with tau1 = tau2 = 1 is exact.
 */
public record Torus(
    @Parameter(value = "Number N of points", range = "[2, 1048576]", standard = "256") int points,
    @Parameter("Eigenvalue lambda_m of each frequency m = 1, ..., M, M below N/2; d = 2M")
        Spectrum spectrum,
    @Parameter(
            value = "Exponent kappa: tail sums of the target fall as m^-kappa",
            range = "(-16, 16)",
            standard = "1.5")
        double targetExponent,
    @Parameter(
            value = "Size A, with lambda_m w_m^2 = A m^(-kappa - 1)",
            range = "[0, inf)",
            standard = "1")
        double targetScale)
    implements DataSet {

  /** Checks the ranges. */
  public Torus {
    Check.in("[2, 1048576]", points, "points");
    new PlantedTarget(targetExponent, targetScale);
    Normals.checkSize(points, 2L * spectrum.modes());
    if (2 * spectrum.modes() >= points) {
      throw new IllegalArgumentException(
          "modes must be below half of points (%d), got %d".formatted(points, spectrum.modes()));
    }
  }

  /** With eigenvalues m^-nu and A = 1. */
  public Torus(int points, int modes, double spectrumExponent, double targetExponent) {
    this(points, new PowerLaw(modes, spectrumExponent, 1), targetExponent, 1);
  }

  @Override
  public Rows rows(Files files) {
    double[] lambda = spectrum.values();
    double[] w = new PlantedTarget(targetExponent, targetScale).solution(spectrum);
    double[][] rows = new double[points][2 * lambda.length];
    double[] solution = new double[2 * lambda.length];
    for (int m = 0; m < lambda.length; m++) {
      double scale = Math.sqrt(2 * lambda[m]);
      solution[2 * m] = w[m];
      solution[2 * m + 1] = w[m];
      for (int i = 0; i < points; i++) {
        double angle = 2 * Math.PI * ((m + 1L) * i % points) / points;
        rows[i][2 * m] = scale * StrictMath.cos(angle);
        rows[i][2 * m + 1] = scale * StrictMath.sin(angle);
      }
    }
    return Rows.planted(rows, solution);
  }
}
