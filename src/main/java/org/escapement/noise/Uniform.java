package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Independent coordinates, uniform on (-sqrt(3) scale, sqrt(3) scale): mean 0 and standard
 * deviation {@code scale}.
 */
public record Uniform(
    @Parameter(value = "Standard deviation of each coordinate", range = "(0, inf)") double scale)
    implements Noise {

  /** Checks the ranges. */
  public Uniform {
    Check.positive(scale, "scale");
  }

  @Override
  public double index() {
    return 2;
  }

  @Override
  public int slots(int dimension) {
    return dimension;
  }

  @Override
  public Optional<Vector> deviations(int dimension) {
    return Optional.of(Vector.filled(scale, dimension));
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new IndependentKicks(
        (trajectories, steps, n, slot, out) -> symmetric(draws, trajectories, steps, n, slot, out),
        scale * Math.sqrt(12),
        dimension,
        lanes,
        firstSlot);
  }

  private static void symmetric(
      Draws draws, long[] trajectories, long[] steps, int n, int slot, double[][] out) {
    draws.uniform(trajectories, steps, n, slot, out);
    for (double[] z : out) {
      Loops.shift(-0.5, n, z);
    }
  }
}
