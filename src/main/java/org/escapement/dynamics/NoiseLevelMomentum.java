package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;

/**
 * The momentum that gives the stochastic noise level of N. Sato and H. Iiduka a wanted course,
 * whatever the step size and the batch size do meanwhile: implicit graduated optimisation by
 * momentum.
 *
 * <p>Heavy ball: delta = eta sqrt((1 + c) C^2/b + c K^2) with c = beta + beta^2/(1 - beta)^2, so
 * that with U = (delta^2/eta^2 - C^2/b)/(C^2/b + K^2) the momentum is the root of c(beta) = U, a
 * root of beta^3 - (1 + U) beta^2 + (1 + 2 U) beta - U. Normalised heavy ball: delta = eta C/sqrt(b
 * (1 - beta)). Where not even momentum 0 has a level as low as wanted, it is 0.
 *
 * <p>The level of heavy ball is a bound of the mean square of search direction minus gradient, most
 * of which is no noise but the momentum's own memory of the gradient: it smooths nothing.
 */
public record NoiseLevelMomentum(
    @Parameter("Which one: heavy-ball or normalised") String form,
    @Parameter(value = "Momentum beta at step 0", range = "[0, 1)") double initial,
    @Parameter(
            value = "Noise level wanted, in any unit: only its course counts",
            range = "(0, inf)")
        Schedule level,
    @Parameter(value = "Step size eta of the dynamics", unit = "model time", range = "(0, inf)")
        Schedule stepSize,
    @Parameter(value = "Batch size b", unit = "samples", range = "[1, inf)", standard = "1")
        Schedule size,
    @Parameter(
            value = "Variance C^2 of a single sample's gradient, all coordinates together",
            range = "(0, inf)",
            standard = "1")
        double variance,
    @Parameter(value = "Largest norm K of the gradient", range = "[0, inf)", standard = "0")
        double slope)
    implements Schedule {
  private static final String HEAVY_BALL = "heavy-ball";
  private static final String NORMALISED = "normalised";

  /** Halvings of [0, 1) until no double is between. */
  private static final int HALVINGS = 60;

  /** Checks the ranges. */
  public NoiseLevelMomentum {
    if (!form.equals(HEAVY_BALL) && !form.equals(NORMALISED)) {
      throw new IllegalArgumentException("form must be heavy-ball or normalised, got " + form);
    }
    Check.in("[0, 1)", initial, "initial");
    level.check("(0, inf)", "level");
    stepSize.check("(0, inf)", "step-size");
    size.check("[1, inf)", "size");
    Check.positive(variance, "variance");
    Check.notNegative(slope, "slope");
  }

  @Override
  public double at(long step) {
    if (step == 0 || isConstant()) {
      return initial;
    }
    double asked = level.at(step) / level.at(0) * (stepSize.at(0) / stepSize.at(step));
    double noise = variance / size.at(step);
    if (form.equals(NORMALISED)) {
      double first = variance / size.at(0) / (1 - initial);
      return Math.max(0, 1 - noise / (asked * asked * first));
    }
    double memory = slope * slope;
    double first = variance / size.at(0);
    double square = first + factor(initial) * (first + memory);
    return root((asked * asked * square - noise) / (noise + memory));
  }

  /** c of the heavy ball, which grows with beta. */
  private static double factor(double beta) {
    double ratio = beta / (1 - beta);
    return beta + ratio * ratio;
  }

  /** The momentum in [0, 1) whose factor this is; 0 where it is none's. */
  private static double root(double factor) {
    double low = 0;
    double high = 1;
    for (int k = 0; k < HALVINGS; k++) {
      double middle = (low + high) / 2;
      if (middle < 1 && factor(middle) <= factor) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public boolean isConstant() {
    return level.isConstant() && stepSize.isConstant() && size.isConstant();
  }

  /** It is somewhere in [0, 1). */
  @Override
  public void check(String interval, String name) {
    Check.in(interval, initial, name);
    Check.in(interval, 0, name);
    Check.in(interval, Math.nextDown(1.0), name);
  }
}
