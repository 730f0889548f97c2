package org.escapement.theory.spectral;

import java.util.OptionalDouble;
import org.escapement.model.Check;

/**
 * For which step sizes the mean loss tends to 0: 0 < alpha < 2 (1 + beta) / lambda_max and U(1) <
 * 1.
 *
 * <p>U(1) increases with alpha up to the pole of its largest mode; beyond it, it is negative and
 * says nothing. (Velikanov, Kuznedelev, Yarotsky 2023, section 4.)
 */
public final class Stability {
  /** Halvings of an interval that leave neighbouring numbers. */
  private static final int HALVINGS = 200;

  private Stability() {}

  /** Whether E L tends to 0. */
  public static boolean isStable(SpectralProblem problem, Step step) {
    return step.alpha() < limit(problem, step.beta()) && problem.generating(step).noise(1) < 1;
  }

  /**
   * U(1), by how much noise multiplies the sum of all losses: 1/(1 - U(1)). Empty beyond its pole.
   */
  public static OptionalDouble noiseGain(SpectralProblem problem, Step step) {
    return step.alpha() < limit(problem, step.beta())
        ? OptionalDouble.of(problem.generating(step).noise(1))
        : OptionalDouble.empty();
  }

  /** alpha_c: the loss tends to 0 for smaller steps, and grows for larger ones. */
  public static double criticalStep(SpectralProblem problem, double beta) {
    double low = 0;
    double high = limit(problem, beta);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (isStable(problem, new Step(middle, beta))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /**
   * The smaller of 2 (1 + beta) / lambda_max, where the largest mode is unstable without noise, and
   * the pole of U(1) as a function of the step, 2 (1 - beta^2) / (lambda_max (1 - beta - gamma tau2
   * (1 + beta))) where this is positive.
   */
  private static double limit(SpectralProblem problem, double beta) {
    double largest = problem.modes().largest();
    double lessened = problem.noise().gamma() * problem.noise().tau2();
    double below = 1 - beta - lessened * (1 + beta);
    double noiseless = 2 * (1 + beta) / largest;
    return below > 0 ? Math.min(noiseless, 2 * (1 - beta * beta) / (largest * below)) : noiseless;
  }

  /**
   * lambda_crit, the root of sum_k tau1 lambda_k / (lambda_crit + tau2 lambda_k) = 1: a stable
   * effective step is below 2 / (gamma lambda_crit), and beta near 1 may come near it. Empty where
   * the sum is less everywhere, as for very few modes.
   */
  public static OptionalDouble criticalEigenvalue(SpectralProblem problem) {
    SpectralModes spectrum = problem.modes();
    BatchNoise noise = problem.noise();
    double negative = Math.max(0, -noise.tau2()) * spectrum.largest();
    double low = negative;
    double high = negative + noise.tau1() * spectrum.trace();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      double sum = 0;
      for (int k = 0; k < spectrum.size(); k++) {
        double lambda = spectrum.eigenvalue(k);
        sum += spectrum.count(k) * noise.tau1() * lambda / (middle + noise.tau2() * lambda);
      }
      if (sum > 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low > negative ? OptionalDouble.of(high) : OptionalDouble.empty();
  }

  /**
   * alpha_c for d modes of one eigenvalue lambda: 2 (1 + beta) / (lambda (1 + gamma (tau1 d - tau2)
   * (1 + beta) / (1 - beta))).
   */
  public static double isotropicCriticalStep(
      double lambda, double modes, BatchNoise noise, double beta) {
    Check.positive(lambda, "lambda");
    double net = noise.gamma() * (noise.tau1() * modes - noise.tau2());
    return 2 * (1 + beta) / (lambda * (1 + net * (1 + beta) / (1 - beta)));
  }

  /**
   * The factor of E L per step of SGD without momentum there: 1 - 2a + a^2 (1 + gamma (tau1 d -
   * tau2)).
   */
  public static double isotropicGrowth(double a, double modes, BatchNoise noise) {
    return 1 - 2 * a + a * a * (1 + noise.gamma() * (noise.tau1() * modes - noise.tau2()));
  }
}
