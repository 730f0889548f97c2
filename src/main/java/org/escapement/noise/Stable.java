package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Independent symmetric alpha-stable coordinates: E exp(i u z) = exp(-|scale u|^alpha).
 *
 * <p>alpha = 2 is the normal law of variance 2 scale^2, alpha = 1 the Cauchy law of half-width
 * scale. For alpha < 2 the variance is infinite, for alpha <= 1 there is no mean either.
 */
public record Stable(
    @Parameter(value = "Stable index: P(|z| > r) falls as r^-alpha for alpha < 2", range = "(0, 2]")
        double alpha,
    @Parameter(
            value = "Scale: the kick has E exp(i u z) = exp(-|scale u|^alpha)",
            range = "(0, inf)")
        double scale)
    implements Noise {

  /** Checks the ranges. */
  public Stable {
    Check.in("(0, 2]", alpha, "alpha");
    Check.positive(scale, "scale");
  }

  @Override
  public double index() {
    return alpha;
  }

  @Override
  public int slots(int dimension) {
    return dimension;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return alpha == 2
        ? Optional.of(Vector.filled(scale * Math.sqrt(2), dimension))
        : Optional.empty();
  }

  @Override
  public boolean isNormal() {
    return alpha == 2;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new IndependentKicks(
        (trajectories, steps, n, slot, out) ->
            draws.stable(alpha, trajectories, steps, n, slot, out),
        scale,
        dimension,
        lanes,
        firstSlot);
  }
}
