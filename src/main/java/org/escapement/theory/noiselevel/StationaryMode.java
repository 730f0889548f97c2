package org.escapement.theory.noiselevel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.escapement.measure.NoiseLevel.Part;

/**
 * What second moments of one mode tend to under noise of variance 1, from the step size times the
 * curvature, h, and the momentum beta; empty where they grow for ever.
 *
 * <p>The closed forms solve M = A M A' + b b' for the gradient u = curvature times x and the memory
 * m.
 */
final class StationaryMode {
  private StationaryMode() {}

  /** m <- beta m + g, x <- x - eta m; stable for h < 2 (1 + beta). */
  static Optional<Map<Part, Double>> heavyBall(double h, double beta) {
    double rest = 2 * (1 + beta) - h;
    if (!(h >= 0 && rest > 0)) {
      return Optional.empty();
    }
    double buffer = 2 / ((1 - beta) * rest);
    double gradient = (1 + beta) * h / ((1 - beta) * rest);
    return Optional.of(parts(1, beta * beta * buffer, buffer, gradient));
  }

  /**
   * m <- beta m + (1 - beta) g, x <- x - eta ((1 - nu) g + nu m): normalised heavy ball for nu = 1.
   */
  static Optional<Map<Part, Double>> weighted(double h, double beta, double nu) {
    double free = h * (1 - nu);
    double first = 1 - beta + beta * free;
    double second = 2 * (1 + beta) - h * (1 + beta - 2 * beta * nu);
    if (!(h >= 0 && first > 0 && second > 0)) {
      return Optional.empty();
    }
    double share = 1 - nu * beta;
    double both = first * second;
    double bent = 1 + beta * (1 - 2 * nu);
    double buffer = 2 * (1 - beta) * (1 - beta) / both;
    double product = h * (1 - beta) * (2 * beta * nu - beta - 1) / both;
    double gradient = h * (1 - beta * beta + beta * free * bent) / both;
    double apart =
        (2 * (1 - beta) * (1 - beta)
                + h * (1 - beta) * (3 + 3 * beta - 4 * beta * nu)
                + h * beta * free * bent)
            / both;
    double memory = nu * beta;
    double direction =
        memory * memory * buffer + 2 * memory * share * product + share * share * (gradient + 1);
    return Optional.of(parts(share * share, memory * memory * apart, direction, gradient));
  }

  private static Map<Part, Double> parts(
      double noise, double bias, double direction, double gradient) {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    parts.put(Part.NOISE_LEVEL, noise + bias);
    parts.put(Part.NOISE_LEVEL_NOISE, noise);
    parts.put(Part.NOISE_LEVEL_BIAS, bias);
    parts.put(Part.DIRECTION_MEAN_SQUARE, direction);
    parts.put(Part.GRADIENT_NOISE, 1.0);
    parts.put(Part.GRADIENT_SQUARE, gradient);
    return parts;
  }
}
