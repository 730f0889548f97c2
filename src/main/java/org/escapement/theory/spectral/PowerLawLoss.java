package org.escapement.theory.spectral;

import java.util.Optional;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.FastMath;

/**
 * The mean loss for a spectrum of power laws with nu > 1 where it is stable, C_s t^-zeta + C_n
 * t^(1/nu - 2) - left: the slower one of both terms wins, the signal's where zeta < 2 - 1/nu, else
 * that of the noise (Velikanov, Kuznedelev, Yarotsky 2023, theorem on the phases; constants
 * derived).
 *
 * <p>With s = 2 alpha/(1 - beta) Lambda, C_s = K Gamma(1 + zeta) s^-zeta / (2 (1 - U(1))) and C_n =
 * gamma tau1 V(1) Gamma(2 - 1/nu) s^(1/nu) / (8 nu (1 - U(1))^2). Where zeta <= 1, V(1) is infinite
 * for infinitely many modes; the noise has no term of its own then.
 *
 * @param signal C_s
 * @param noise C_n
 * @param zeta decay of the signal
 * @param noiseDecay 2 - 1/nu
 * @param left what the modes that are not there would have added
 */
public record PowerLawLoss(
    double signal, double noise, double zeta, double noiseDecay, double left) {

  /** Which term wins in the end. */
  public enum Phase {
    SIGNAL,
    NOISE
  }

  /** Empty where the loss does not tend to 0 or nu <= 1: for infinitely many modes of that law. */
  public static Optional<PowerLawLoss> of(PowerLawModes law, SpectralProblem problem, Step step) {
    return of(law, problem, step, 0);
  }

  /**
   * Of so many modes only.
   *
   * @param missing the part of sum c_k that belongs to none of them
   */
  public static Optional<PowerLawLoss> of(
      PowerLawModes law, SpectralProblem problem, Step step, double missing) {
    if (law.decay() <= 1 || !Stability.isStable(problem, step)) {
      return Optional.empty();
    }
    GeneratingFunctions functions = problem.generating(step);
    double stable = 1 - functions.noise(1);
    double speed = 2 * step.effective() * law.scale();
    double zeta = law.zeta();
    double nu = law.decay();
    double signal = law.tail() * Gamma.gamma(1 + zeta) * FastMath.pow(speed, -zeta) / (2 * stable);
    double kick = problem.noise().gamma() * problem.noise().tau1();
    double noise =
        zeta <= 1
            ? 0
            : kick
                * functions.signal(1)
                * Gamma.gamma(2 - 1 / nu)
                * FastMath.pow(speed, 1 / nu)
                / (8 * nu * stable * stable);
    return Optional.of(new PowerLawLoss(signal, noise, zeta, 2 - 1 / nu, missing / (2 * stable)));
  }

  /** Which term is larger for large t. */
  public Phase phase() {
    return zeta < noiseDecay ? Phase.SIGNAL : Phase.NOISE;
  }

  /** The loss after t steps, by both terms. */
  public double at(double t) {
    return signal * FastMath.pow(t, -zeta) + noise * FastMath.pow(t, -noiseDecay) - left;
  }

  /** t*, where both terms are equal: before, the loss looks as if the signal dominated. */
  public double transition() {
    return FastMath.pow(signal / noise, 1 / (zeta - noiseDecay));
  }
}
