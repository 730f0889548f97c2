package org.escapement.dynamics;

import org.escapement.model.Check;
import org.escapement.model.Dynamics;
import org.escapement.model.LaneValues;
import org.escapement.model.Noise;
import org.escapement.model.Objective;
import org.escapement.model.Parameter;
import org.escapement.model.Schedule;
import org.escapement.model.Separable;
import org.escapement.model.Stepper;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * The Hessian-aware equation of SGD on a separable f, from step to step: with u = eta f_k''(X_k)
 * for each coordinate, dX_k = ln(1 - u)/u f_k'(X_k) dt + sqrt(eta 2 ln(1 - u)/(u (u - 2))) dB_k, B
 * of the covariance of the noise on the gradient; a step is model time eta.
 *
 * <p>On quadratics it has the very law of SGD at every step. Where u >= 1 there is no such equation
 * and the trajectory diverges. Source: Z. Li, Y. Shen, L. Zhang, N. He, Revisiting stochastic
 * approximation of SGD by SDEs (arXiv 2405.18373), 2024, for a diagonal Hessian. Exact on
 * quadratics with independent noise; otherwise see {@link SmallNoiseRungeKutta}. The noise of a
 * step is made of the numbers that SGD uses in it.
 */
public record HessianAware(
    @Parameter(value = "Step size eta of SGD", unit = "model time", range = "(0, inf)")
        Schedule stepSize,
    @Parameter(
            value = "Parts in which a step is integrated where no exact step is known",
            range = "[1, 64]",
            standard = "4")
        int substeps)
    implements Dynamics {

  /** Checks the ranges. */
  public HessianAware {
    stepSize.check("(0, inf)", "step-size");
    Check.in("[1, 64]", substeps, "substeps");
  }

  @Override
  public int stateDimension(int dimension) {
    return dimension;
  }

  @Override
  public Stepper start(Objective objective, Noise noise, Draws draws, int lanes) {
    if (!(objective instanceof Separable separable)) {
      throw new IllegalArgumentException(
          "hessian-aware needs an objective that is a sum over coordinates, got " + objective);
    }
    checkIndependence(noise, objective.dimension());
    separable.constantCurvature().ifPresent(this::checkStiffness);
    ModifiedEquation flow = new HessianAwareFlow(separable, LaneValues.of(stepSize, lanes), lanes);
    return LinearTransition.of(new Linear(), stepSize, objective, noise, draws, lanes)
        .orElseGet(() -> SmallNoiseRungeKutta.of(flow, objective, noise, substeps, draws, lanes));
  }

  private static void checkIndependence(Noise noise, int dimension) {
    if (dimension > 1 && noise.deviations(dimension).isEmpty()) {
      throw new IllegalArgumentException(
          "hessian-aware needs noise of independent coordinates and finite variance, the same"
              + " everywhere; got "
              + noise);
    }
  }

  private void checkStiffness(Vector curvature) {
    double eta = stepSize.at(0);
    for (int k = 0; k < curvature.size(); k++) {
      if (!(eta * curvature.at(k) < 1)) {
        throw new IllegalArgumentException(
            "hessian-aware needs step-size times curvature below 1, got %s times %s"
                .formatted(eta, curvature.at(k)));
      }
    }
  }

  private record Linear() implements LinearTransition.Law {
    @Override
    public double rate(double u) {
      return -StrictMath.log1p(-u);
    }

    @Override
    public double amplitude(double u) {
      return u == 0 ? 1 : Math.sqrt(2 * rate(u) / (u * (2 - u)));
    }
  }
}
