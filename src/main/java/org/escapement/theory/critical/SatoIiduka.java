package org.escapement.theory.critical;

import java.util.Optional;
import org.escapement.dynamics.NormalisedHeavyBall;
import org.escapement.dynamics.Sgd;
import org.escapement.model.Buffered;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.model.Schedule;
import org.escapement.model.Vector;
import org.escapement.noise.Minibatch;

/**
 * The recipe that estimates the variance C^2 of the gradient of a single sample from the critical
 * batch size b*, the one at which the fewest samples lead to a gradient of length epsilon.
 *
 * <p>From a bound T >= X b / ((epsilon^2 - Z) b - Y) on the steps it takes b* > eta C^2 F /
 * epsilon^2, with F = 1 for SGD, 1/beta + 1/(1 - beta)^2 for the heavy ball and 1/(1 - beta) for
 * the normalised one, and so C^2 < b* epsilon^2 / (eta F).
 *
 * <p>Source: N. Sato, H. Iiduka, Role of momentum in smoothing objective function and
 * generalizability of deep neural networks (arXiv 2402.02325), section 4 and its code.
 */
public final class SatoIiduka {
  private SatoIiduka() {}

  /** F; empty for other dynamics, for schedules, and for heavy ball without momentum. */
  public static Optional<Double> factor(Dynamics dynamics) {
    if (!dynamics.stepSize().isConstant()) {
      return Optional.empty();
    }
    if (dynamics instanceof Sgd) {
      return Optional.of(1.0);
    }
    if (dynamics instanceof Buffered ball) {
      return constant(ball.momentum())
          .filter(beta -> beta > 0)
          .map(beta -> 1 / beta + 1 / ((1 - beta) * (1 - beta)));
    }
    return dynamics instanceof NormalisedHeavyBall ball
        ? constant(ball.momentum()).map(beta -> 1 / (1 - beta))
        : Optional.empty();
  }

  private static Optional<Double> constant(Schedule schedule) {
    return schedule.isConstant() ? Optional.of(schedule.at(0)) : Optional.empty();
  }

  /** C^2 as the recipe has it, from the critical batch size. */
  public static Optional<Double> variance(Dynamics dynamics, double epsilon, double criticalBatch) {
    return factor(dynamics)
        .map(f -> criticalBatch * epsilon * epsilon / (dynamics.stepSize().at(0) * f));
  }

  /** What the critical batch size should exceed. */
  public static Optional<Double> leastCriticalBatch(
      Dynamics dynamics, double epsilon, double variance) {
    return factor(dynamics)
        .map(f -> dynamics.stepSize().at(0) * f * variance / (epsilon * epsilon));
  }

  /** C^2 itself, where it is the same everywhere: of the noise of which a batch takes the mean. */
  public static Optional<Double> trueVariance(Noise noise, int dimension) {
    return noise instanceof Minibatch batch
        ? batch.of().deviations(dimension).map(SatoIiduka::squares)
        : Optional.empty();
  }

  private static double squares(Vector v) {
    double sum = 0;
    for (int k = 0; k < v.size(); k++) {
      sum += v.at(k) * v.at(k);
    }
    return sum;
  }
}
