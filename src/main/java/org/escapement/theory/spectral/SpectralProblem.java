package org.escapement.theory.spectral;

/**
 * A least squares problem of which the second moments close mode by mode.
 *
 * @param modes of its Hessian and its start
 * @param noise of its batches
 */
public record SpectralProblem(SpectralModes modes, BatchNoise noise) {

  /** With another share of the noise. */
  public SpectralProblem withGamma(double gamma) {
    return new SpectralProblem(modes, noise.withGamma(gamma));
  }

  /** U, V and L at a step. */
  public GeneratingFunctions generating(Step step) {
    return new GeneratingFunctions(this, step);
  }
}
