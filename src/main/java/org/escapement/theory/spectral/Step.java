package org.escapement.theory.spectral;

import org.escapement.model.Check;

/**
 * The parameters of the heavy ball v' = beta v - alpha g, w' = w + v'.
 *
 * @param alpha step size
 * @param beta momentum
 */
public record Step(double alpha, double beta) {
  /** Checks the ranges. */
  public Step {
    Check.positive(alpha, "alpha");
    Check.in("(-1, 1)", beta, "beta");
  }

  /** alpha / (1 - beta), the step of the slow motion. */
  public double effective() {
    return alpha / (1 - beta);
  }
}
