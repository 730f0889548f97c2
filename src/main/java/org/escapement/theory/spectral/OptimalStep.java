package org.escapement.theory.spectral;

import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * The step size and the momentum that make something smallest, among the stable ones.
 *
 * @param step where it is smallest
 * @param value what it is there
 */
public record OptimalStep(Step step, double value) {
  /** Of alpha over the critical one, and of beta. */
  private static final double TOLERANCE = 1e-4;

  private static final double SHRINK = (Math.sqrt(5) - 1) / 2;

  /** The loss after t steps. */
  public static ToDoubleFunction<Step> lossAt(SpectralProblem problem, long t) {
    return step -> new LossInversion(problem, step).at(t).value();
  }

  /** C_n but for what does not depend on the step: V(1) alpha_eff^(1/nu) / (1 - U(1))^2. */
  public static ToDoubleFunction<Step> noiseConstant(SpectralProblem problem, double nu) {
    return step -> {
      GeneratingFunctions functions = problem.generating(step);
      double stable = 1 - functions.noise(1);
      return functions.signal(1) * FastMath.pow(step.effective(), 1 / nu) / (stable * stable);
    };
  }

  /** C_s but for what does not depend on the step: alpha_eff^-zeta / (1 - U(1)). */
  public static ToDoubleFunction<Step> signalConstant(SpectralProblem problem, double zeta) {
    return step -> FastMath.pow(step.effective(), -zeta) / (1 - problem.generating(step).noise(1));
  }

  /** The best step size at one momentum, by golden section of (0, alpha_c). */
  public static OptimalStep of(
      SpectralProblem problem, ToDoubleFunction<Step> function, double beta) {
    double critical = Stability.criticalStep(problem, beta);
    Step best =
        golden(TOLERANCE, 1 - TOLERANCE, x -> new Step(x * critical, beta), function, TOLERANCE);
    return new OptimalStep(best, function.applyAsDouble(best));
  }

  /** The best of both between two momenta, by golden section of the best step size at each. */
  public static OptimalStep of(
      SpectralProblem problem, ToDoubleFunction<Step> function, double low, double high) {
    Step best = golden(low, high, beta -> of(problem, function, beta).step(), function, TOLERANCE);
    return new OptimalStep(best, function.applyAsDouble(best));
  }

  /**
   * The best step size of the signal phase, effective, where beta = 0 and gamma tau2 = 1: 2 zeta /
   * ((1 + zeta) gamma tau1 Tr H). Small steps need no other condition.
   */
  public static double signalPhase(SpectralProblem problem, double zeta) {
    return 2 * zeta / ((1 + zeta) * noiseTrace(problem));
  }

  /** The best step size of the noise phase at beta = 0, where U(1) is linear in it. */
  public static double noisePhase(SpectralProblem problem, double nu) {
    return 2 * (nu - 1) / ((3 * nu - 1) * noiseTrace(problem));
  }

  /**
   * Whether a little negative momentum lowers C_n at the best step size without it, at the same
   * effective step: where this is more than 1. It is sum lambda sum lambda C / ((1 - 1/nu) sum
   * lambda^2 sum C) with C_k = E (w - w*)_k^2 at the start.
   */
  public static double negativeMomentumRatio(SpectralModes spectrum, double nu) {
    double first = 0;
    double second = 0;
    double signal = 0;
    double distance = 0;
    for (int k = 0; k < spectrum.size(); k++) {
      double lambda = spectrum.eigenvalue(k);
      first += spectrum.count(k) * lambda;
      second += spectrum.count(k) * lambda * lambda;
      signal += spectrum.signal(k);
      distance += spectrum.signal(k) / lambda;
    }
    return first * signal / ((1 - 1 / nu) * second * distance);
  }

  /**
   * The step size with the same loss at the same number of samples for another batch size: while
   * steps are small, only gamma alpha_eff counts.
   */
  public static double sameBudget(double alpha, double gamma, double otherGamma) {
    return alpha * gamma / otherGamma;
  }

  private static double noiseTrace(SpectralProblem problem) {
    return problem.noise().gamma() * problem.noise().tau1() * problem.modes().trace();
  }

  private interface Path {
    Step at(double x);
  }

  /** The best step along a path where the function falls and then rises. */
  private static Step golden(
      double low, double high, Path path, ToDoubleFunction<Step> function, double tolerance) {
    double a = low;
    double b = high;
    double x = b - SHRINK * (b - a);
    double y = a + SHRINK * (b - a);
    double atX = function.applyAsDouble(path.at(x));
    double atY = function.applyAsDouble(path.at(y));
    while (b - a > tolerance) {
      if (atX <= atY) {
        b = y;
        y = x;
        atY = atX;
        x = b - SHRINK * (b - a);
        atX = function.applyAsDouble(path.at(x));
      } else {
        a = x;
        x = y;
        atX = atY;
        y = a + SHRINK * (b - a);
        atY = function.applyAsDouble(path.at(y));
      }
    }
    return path.at((a + b) / 2);
  }
}
