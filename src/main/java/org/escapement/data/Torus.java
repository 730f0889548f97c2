package org.escapement.data;

import org.escapement.model.Check;
import org.escapement.model.Parameter;

/**
 * Points on a circle seen through cosines and sines: translation-invariant data. Row i is (sqrt(2
 * l_m) cos(2 pi m i/N), sqrt(2 l_m) sin(2 pi m i/N)) for m = 1, ..., M, with l_m = m^-nu, and the
 * targets are x_i.w with w_m = m^((nu - 1 - kappa)/2) in both coordinates of m.
 *
 * <p>X'X/N is diagonal with each l_m twice. From the origin the loss has the coefficients c_m = l_m
 * w_m^2 = m^(-kappa - 1), whose tail sums fall as m^-kappa.
 *
 * <p>Source: M. Velikanov, D. Kuznedelev, D. Yarotsky, A view of mini-batch SGD via generating
 * functions, ICLR 2023, arXiv 2206.11124: for such data the spectrally expressible approximation
 * with tau1 = tau2 = 1 is exact.
 */
public record Torus(
    @Parameter(value = "Number N of points", range = "[2, 1048576]") int points,
    @Parameter(value = "Number M of frequencies, below N/2; d = 2M", range = "[1, 16384]")
        int modes,
    @Parameter(value = "nu: eigenvalues fall as m^-nu", range = "[0, 16]", standard = "1.5")
        double spectrumExponent,
    @Parameter(
            value = "kappa: tail sums of the target fall as m^-kappa",
            range = "(-16, 16)",
            standard = "1.5")
        double targetExponent)
    implements DataSet {

  /** Checks the ranges. */
  public Torus {
    Check.in("[2, 1048576]", points, "points");
    Check.in("[1, 16384]", modes, "modes");
    Check.in("[0, 16]", spectrumExponent, "spectrum-exponent");
    Check.in("(-16, 16)", targetExponent, "target-exponent");
    if (2 * modes >= points) {
      throw new IllegalArgumentException(
          "modes must be below half of points (%d), got %d".formatted(points, modes));
    }
  }

  @Override
  public Rows rows(Files files) {
    double[][] rows = new double[points][2 * modes];
    double[] solution = new double[2 * modes];
    for (int m = 1; m <= modes; m++) {
      double scale = Math.sqrt(2 * StrictMath.pow(m, -spectrumExponent));
      double w = StrictMath.pow(m, (spectrumExponent - 1 - targetExponent) / 2);
      solution[2 * m - 2] = w;
      solution[2 * m - 1] = w;
      for (int i = 0; i < points; i++) {
        double angle = 2 * Math.PI * ((long) m * i % points) / points;
        rows[i][2 * m - 2] = scale * StrictMath.cos(angle);
        rows[i][2 * m - 1] = scale * StrictMath.sin(angle);
      }
    }
    return Rows.planted(rows, solution);
  }
}
