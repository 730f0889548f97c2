package org.escapement.noise;

import java.util.Optional;
import org.escapement.model.Check;
import org.escapement.model.Kicks;
import org.escapement.model.Noise;
import org.escapement.model.Parameter;
import org.escapement.model.Vector;
import org.escapement.random.Draws;

/** Independent normal coordinates of mean 0 and standard deviation {@code scale}. */
public record Gaussian(
    @Parameter(value = "Standard deviation of each coordinate", range = "(0, inf)") double scale)
    implements Noise {

  /** Checks the ranges. */
  public Gaussian {
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
  public boolean isNormal() {
    return true;
  }

  @Override
  public Kicks start(int dimension, int lanes, Draws draws, int firstSlot) {
    return new IndependentKicks(draws::normal, scale, dimension, lanes, firstSlot);
  }
}
