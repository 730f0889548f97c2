package org.escapement.monitoring;

import java.util.ArrayList;
import java.util.List;
import org.escapement.dynamics.EulerMaruyama;
import org.escapement.model.Dynamics;
import org.escapement.model.Noise;
import org.escapement.noise.Gaussian;
import org.escapement.noise.IsotropicStable;
import org.escapement.noise.NoNoise;
import org.escapement.noise.Stable;

/**
 * The random part of a step of a diffusion: independent normal and stable increments.
 *
 * @param timeStep model time of a step
 * @param parts of it, over one step
 */
record Increments(double timeStep, List<Part> parts) {

  /**
   * One of them: along each coordinate axis exp(-|scale u|^alpha).
   *
   * @param alpha 2 for normal ones
   * @param alongAxes whether the law is another one in other directions: independent coordinates
   *     with alpha below 2
   */
  record Part(double alpha, double scale, boolean alongAxes) {}

  /**
   * The increments of a dynamics.
   *
   * @throws IllegalArgumentException where there is no diffusion behind the steps, or it is none of
   *     these
   */
  static Increments of(String monitoring, Noise noise, Dynamics dynamics) {
    if (!(dynamics instanceof EulerMaruyama) || !dynamics.stepSize().isConstant()) {
      throw new IllegalArgumentException(
          monitoring
              + " is for euler-maruyama with a constant step-size: elsewhere nothing happens"
              + " between two steps");
    }
    double h = dynamics.stepSize().at(0);
    List<Part> parts = new ArrayList<>();
    for (Noise part : noise.parts()) {
      if (!(part instanceof NoNoise)) {
        parts.add(over(h, part, monitoring));
      }
    }
    return new Increments(h, List.copyOf(parts));
  }

  private static Part over(double h, Noise noise, String monitoring) {
    if (noise instanceof Gaussian gaussian) {
      return new Part(2, gaussian.scale() * Math.sqrt(0.5 * h), false);
    }
    if (noise instanceof Stable stable) {
      return stable(stable.alpha(), stable.scale(), h, stable.alpha() < 2);
    }
    if (noise instanceof IsotropicStable stable) {
      return stable(stable.alpha(), stable.scale(), h, false);
    }
    throw new IllegalArgumentException(monitoring + " is for gaussian and stable noise");
  }

  private static Part stable(double alpha, double scale, double h, boolean alongAxes) {
    double factor = alpha == 2 ? Math.sqrt(h) : StrictMath.pow(h, 1 / alpha);
    return new Part(alpha, scale * factor, alongAxes);
  }

  /** Whether all of it is normal, and there is some. */
  boolean isNormal() {
    return !parts.isEmpty() && parts.stream().allMatch(part -> part.alpha() == 2);
  }

  /** The variance along any direction of what is normal. */
  double variance() {
    double variance = 0;
    for (Part part : parts) {
      variance += 2 * part.scale() * part.scale();
    }
    return variance;
  }
}
