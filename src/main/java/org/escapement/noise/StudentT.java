package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Independent coordinates, each {@code scale} times a Student t of the given degrees of freedom.
 *
 * <p>Its variance, scale^2 freedom/(freedom - 2), is finite for freedom > 2 only. Sums of fewer
 * degrees of freedom are attracted by the stable law of that index, whence {@link #index}.
 */
public record StudentT(
    @Parameter(value = "Degrees of freedom: P(|t| > z) falls as z^-freedom", range = "(0, inf)")
        double freedom,
    @Parameter(value = "Factor of the standard Student t", range = "(0, inf)") double scale)
    implements Noise {

  /** Checks the ranges. */
  public StudentT {
    Check.positive(freedom, "freedom");
    Check.positive(scale, "scale");
  }

  @Override
  public double index() {
    return Math.min(freedom, 2);
  }

  @Override
  public int slots(int dimension) {
    return dimension;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return freedom > 2
        ? Optional.of(Vector.filled(scale * Math.sqrt(freedom / (freedom - 2)), dimension))
        : Optional.empty();
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new IndependentKicks(
        (trajectories, steps, n, slot, out) ->
            draws.student(freedom, trajectories, steps, n, slot, out),
        scale,
        dimension,
        lanes,
        firstSlot);
  }
}
