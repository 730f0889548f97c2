package org.escapement.theory.linear;

import java.util.Optional;
import org.escapement.theory.experiment.Approximated;

/**
 * The equations that one mode of curvature a resembles, in the time of steps: a diffusion of the
 * position, or of position and velocity.
 *
 * @param constant variance of the noise on the gradient at 0
 * @param quadratic what x^2 adds to it, as a multiple of it
 */
public record ModifiedMode(Approximated optimizer, double a, double constant, double quadratic) {

  /**
   * Order 1 or 2. SGD: drift -f' or -(f + eta f'^2 / 4)', noise sqrt(eta) (Li, Tai, E 2019,
   * Corollary 10 and Theorem 9).
   */
  public Optional<LinearDiffusion> modified(int order) {
    double eta = optimizer.step();
    return switch (optimizer.form()) {
      case DESCENT -> {
        double drift = order == 1 ? -a : -a * (1 + 0.5 * eta * a);
        yield Optional.of(withoutMemory(drift, eta * constant, eta * quadratic));
      }
      case HEAVY_BALL -> Optional.of(withMomentum(order, -a));
      case NESTEROV -> Optional.of(withMomentum(order, a));
      case OTHER -> Optional.empty();
    };
  }

  /**
   * Those of heavy ball and Nesterov's gradient for z = (x, v / sqrt(eta)), a step taking the time
   * sqrt(eta) (Li, Tai, E 2019, Theorems 14 and 16).
   */
  private LinearDiffusion withMomentum(int order, double bend) {
    double h = Math.sqrt(optimizer.step());
    double mu = (1 - optimizer.momentum()) / h;
    double half = order == 1 ? 0 : 0.5 * h;
    double[][] drift = {
      {-half * a, 1 - half * mu}, {-(1 + half * mu) * a, -(mu + half * (mu * mu + bend))}
    };
    return new LinearDiffusion(drift, new double[] {0, 1}, h * constant, h * quadratic)
        .inUnitsOf(h);
  }

  /**
   * The equation that is SGD at the steps: drift ln(1 - eta a) / eta, and noise to match; empty for
   * eta a >= 1, with momentum and where the noise depends on x (Li, Shen, Zhang, He 2024).
   */
  public Optional<LinearDiffusion> hessianAware() {
    double eta = optimizer.step();
    double stiffness = eta * a;
    if (optimizer.form() != Approximated.Form.DESCENT || quadratic != 0 || stiffness >= 1) {
      return Optional.empty();
    }
    double log = StrictMath.log1p(-stiffness);
    double gain = stiffness == 0 ? 1 : 2 * log / (stiffness * (stiffness - 2));
    return Optional.of(withoutMemory(log / eta, gain * eta * constant, 0));
  }

  /**
   * The limit of any momentum at fixed beta: dX = -f' / (1 - beta) dt + sqrt(eta) / (1 - beta) dB
   * (Liu, Chen, Zhou, Zhao 2021); empty without momentum, where it is order 1.
   */
  public Optional<LinearDiffusion> overdamped() {
    double faster = 1 / (1 - optimizer.momentum());
    double noise = optimizer.step() * faster * faster;
    return optimizer.form() == Approximated.Form.DESCENT
        ? Optional.empty()
        : Optional.of(withoutMemory(-a * faster, noise * constant, noise * quadratic));
  }

  private LinearDiffusion withoutMemory(double drift, double constant, double quadratic) {
    return LinearDiffusion.of(drift, constant, quadratic).inUnitsOf(optimizer.step());
  }
}
