package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/**
 * Independent Laplace coordinates of mean 0 and standard deviation {@code scale}: density exp(-|z|
 * sqrt(2)/scale)/(scale sqrt(2)).
 */
public record Laplace(
    @Parameter(value = "Standard deviation of each coordinate", range = "(0, inf)") double scale)
    implements Noise {

  /** Checks the ranges. */
  public Laplace {
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
        draws::laplace, scale * Math.sqrt(0.5), dimension, lanes, firstSlot);
  }
}
