package org.escapement.theory.spectral;

/** Problems of which the tests know the numbers. */
final class Problems {
  private Problems() {}

  /**
   * Translation-invariant data of n points: modes m = 1 .. modes with the eigenvalue m^-1.5 twice,
   * and a distance of m^-start from the solution in each.
   */
  static SpectralProblem torus(int modes, double start, double gamma, double tau2) {
    double[] lambda = new double[modes];
    double[] signal = new double[modes];
    double[] count = new double[modes];
    for (int m = 1; m <= modes; m++) {
      lambda[m - 1] = StrictMath.pow(m, -1.5);
      signal[m - 1] = 2 * lambda[m - 1] * StrictMath.pow(m, -2 * start);
      count[m - 1] = 2;
    }
    return new SpectralProblem(
        SpectralModes.of(lambda, signal, count), new BatchNoise(gamma, 1, tau2));
  }

  /** The first standard problem: 256 points, 40 modes, signal exponent kappa = 1.5. */
  static SpectralProblem first(int batch) {
    return torus(40, 0.5, BatchNoise.withoutReplacement(256, batch), 1);
  }

  /** The problem with much noise: 1024 points, 400 modes, kappa = 3.5. */
  static SpectralProblem noisy(int batch) {
    return torus(400, 1.5, BatchNoise.withoutReplacement(1024, batch), 1);
  }

  /** lambda_k = k^-nu, c_k = k^(-kappa - 1). */
  static SpectralProblem powers(double nu, double kappa, long modes, double gamma, double tau2) {
    return new SpectralProblem(law(nu, kappa).withSignal(modes), new BatchNoise(gamma, 1, tau2));
  }

  static PowerLawModes law(double nu, double kappa) {
    return PowerLawModes.ofSignal(1, nu, 1, kappa);
  }
}
