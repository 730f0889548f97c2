package org.escapement.theory.spectral;

import org.escapement.model.Check;

/**
 * The noise of mini-batches where it is spectrally expressible: with C = E (w - w*)(w - w*)' and
 * the Hessian H, the gradient of a batch has the covariance gamma (tau1 Tr(HC) H - tau2 HCH).
 *
 * <p>It is tau1 = tau2 = 1 for translation-invariant data (exact for the loss), tau1 = 1, tau2 = -1
 * for a stream of normal data (exact), and an approximation elsewhere (Velikanov, Kuznedelev,
 * Yarotsky 2023, section 3).
 *
 * @param gamma what a batch leaves of the variance of a single sample
 * @param tau1 factor of the total loss
 * @param tau2 factor of what the full gradient takes away
 */
public record BatchNoise(double gamma, double tau1, double tau2) {
  /** Checks the ranges. */
  public BatchNoise {
    Check.in("[0, 1]", gamma, "gamma");
    Check.notNegative(tau1, "tau1");
    Check.finite(tau2, "tau2");
  }

  /** Batches of b distinct of n samples: gamma = (n - b) / ((n - 1) b). */
  public static double withoutReplacement(long n, long b) {
    return n == b ? 0 : (n - b) / ((n - 1.0) * b);
  }

  /** Batches of b independent samples: gamma = 1/b. */
  public static double withReplacement(long b) {
    return 1.0 / b;
  }

  /** With the same constants and another gamma. */
  public BatchNoise withGamma(double other) {
    return new BatchNoise(other, tau1, tau2);
  }
}
